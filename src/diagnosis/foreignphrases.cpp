// SPDX-License-Identifier: GPL-3.0-or-later
// The same in other languages, as servers, providers and mail programs have it. Each Chinese,
// Japanese or Korean letter is a word of its own.
#include "diagnosis/phrase.h"

namespace diagnosis
{

namespace
{

using enum Weight;

constexpr Phrase wrongPassword[] = {
    // Japanese
    {"(パスワード|ユーザー名|ユーザ名|アカウント|ログオン|ログイン|ユーザーid|認証情報) ... "
     "(正しくありません|違います|間違|誤り|不正|確認)",
     Likely},
    {"認証 ... (失敗|エラー|できません)", Likely, "一時"},
    {"ログイン ... (失敗|できません)", Likely},
    {"ログオン ... (失敗|できません)", Likely},
    {"ログオン要求 ... 拒否", Likely},
    // Chinese
    {"(密码|口令|用户名|账号|帐号|用户) ... (错误|不正确|有误|不对|不匹配)", Clear},
    {"(认证|登录|登陆|身份验证|验证) ... (失败|错误|不成功)", Likely, "授权码"},
    {"(帳號|密碼|使用者名稱|登入|驗證) ... (錯誤|失敗|不正確)", Likely},
    // German
    {"(benutzername|passwort|kennwort|zugangsdaten|anmeldedaten|benutzer|anmeldung|"
     "authentifizierung|login) ... (falsch|ungultig|fehlgeschlagen|nicht "
     "korrekt|inkorrekt|abgelehnt|verweigert|fehlerhaft|nicht erfolgreich|gescheitert)",
     Likely, "unverschlusselt"},
    {"(falsch|falsche|falsches|ungultige|ungultiges) ... "
     "(benutzername|passwort|kennwort|zugangsdaten|anmeldedaten)",
     Clear},
    // French
    {"(mot passe|mot de passe|identifiant|identifiants|authentification|login|nom utilisateur) ... "
     "(incorrect|incorrects|invalide|invalides|errone|echoue|echouee|echec|refuse|refusee|faux|"
     "mauvais)",
     Likely},
    {"(echec|mauvais|mauvaise|erreur|erreur d) ... (authentification|identifiant|mot de "
     "passe|connexion au compte|identification)",
     Likely},
    // Russian
    {"(пароль|логин|имя пользователя|учетные данные|пользователь) ... (неверн*|неправильн*|не "
     "верн*|не подходит|указан неверно)",
     Clear},
    {"(неверн*|неправильн*) ... (пароль|логин|имя|учетн*)", Clear},
    {"(ошибка|сбой|не удалось|не пройдена|отказ) ... (аутентификаци*|авторизаци*|входа)", Likely},
    {"(аутентификация|авторизация) ... (не удалась|не прошла|не пройдена|отклонена)", Likely},
    // Spanish, Portuguese, Italian, Polish, Korean
    {"(contrasena|senha|usuario|credenciales|password|utente|autenticacion|autenticacao|"
     "autenticazione|credenziali|inicio de sesion) ... "
     "(incorrecta|incorrecto|incorrectas|invalida|invalido|fallo|fallida|falhou|errata|errato|"
     "fallita|non valida|non valide|non corretta|incorreta|incorretos|no valida)",
     Likely},
    {"(fallo|error|falha|errore) ... (autenticacion|autenticacao|autenticazione)", Likely},
    {"(haslo|logowanie|uwierzytelnianie) ... (bledne|nieprawidlowe|niepowodzenie|nie powiodlo)",
     Likely},
    {"(비밀번호|아이디|인증|로그인) ... (실패|틀|잘못|올바르지|일치하지)", Likely},
};

constexpr Phrase appPassword[] = {
    {"授权码", Named},
    {"授權碼", Named},
    {"アプリパスワード", Named},
    {"(専用|アプリ) ... パスワード", Likely},
    {"独立密码", Clear},
    {"(anwendungsspezifisch*|app passwort|app kennwort)", Named},
    {"(mot passe|mot de passe) ... application", Clear},
    {"парол* ... приложени*", Named},
    {"(contrasena de aplicacion|senha de app|senha de aplicativo|password per app)", Named},
    {"앱 비밀번호", Named},
    {"애플리케이션 비밀번호", Named},
    {"外部アプリ ... パスワード", Clear},
};

constexpr Phrase temporaryAuth[] = {
    {"(认证|登录|验证) ... (临时|暂时)", Named},
    {"(認証|ログイン) ... (一時的|しばらく)", Named},
};

constexpr Phrase disabledByAdmin[] = {
    {"(smtp|pop|pop3|imap) ... (未开启|没有开启|未开通|关闭|未启用|没有开通|被禁用|未打开)", Clear},
    {"(开启|开通|打开|启用) ... (smtp|pop|pop3|imap) ... (服务)?", Clear, "授权码"},
    {"(smtp|pop|pop3|メールソフト) ... "
     "(無効|有効にし|許可されていません|利用できません|利用設定|使用できません)",
     Likely},
    {"(pop3|imap|smtp|pop) ... (nicht freigeschaltet|deaktiviert|nicht "
     "aktiviert|freischalten|aktivieren|freigeschaltet|freigegeben)",
     Clear},
    {"(pop3|imap|smtp|pop) ... (desactive|desactivee|non active|activer|pas active)", Clear},
    {"(pop3|imap|smtp|pop|доступ) ... (отключен*|не включен*|включите|запрещен*|выключен*)", Clear},
    {"(включите|разрешите|отключен) ... (imap|pop3|smtp|доступ|почтовых программ)", Clear},
    {"pop3/smtp ... (사용|설정)", Likely},
    {"(pop3|smtp|imap) ... (사용함|사용 설정|사용안함|허용)", Clear},
};

constexpr Phrase loginNeeded[] = {
    {"(smtp)? 認証 ... (必要|してください|行って|が必要)", Clear, "失敗"},
    {"(需要|必须|请先|请) ... (身份验证|认证|登录|验证|登陆)", Likely, "密码|授权码|失败"},
    {"(anmeldung|authentifizierung|login) ... (erforderlich|notwendig|benotigt)", Clear,
     "verschlusselung"},
    {"(authentification|identification) ... (requise|necessaire|obligatoire)", Clear},
    {"(требуется|необходима|нужна) ... (аутентификация|авторизация)", Clear},
    {"(аутентификация|авторизация) ... (требуется|необходима)", Clear},
    {"(autenticacion|autenticacao|autenticazione) ... "
     "(requerida|necesaria|necessaria|richiesta|obrigatoria)",
     Clear},
    {"(인증|로그인) ... 필요", Clear},
};

constexpr Phrase accountLocked[] = {
    {"使用条件 .. 違反", Named},
    {"(アカウント|送信|メールアカウント) ... (停止|ロック|制限され|凍結|利用停止)", Likely,
     "受信者"},
    {"(账号|帐号|账户|邮箱|用户) ... (被锁定|锁定|冻结|停用|禁用|封禁|被封|异常)", Likely,
     "收件人|收信"},
    {"(konto|postfach|account|benutzer) ... (gesperrt|deaktiviert|eingeschrankt|blockiert)", Likely,
     "empfanger"},
    {"(compte|boite) ... (bloque|verrouille|suspendu|desactive|restreint)", Likely, "destinataire"},
    {"(аккаунт|ящик|учетная запись|пользователь|почтовый ящик) ... "
     "(заблокирован*|отключен*|ограничен*|приостановлен*)",
     Likely, "получател*"},
    {"(cuenta|conta) ... (bloqueada|suspendida|suspensa|desactivada)", Likely, "destinatario"},
};

constexpr Phrase tlsNeeded[] = {
    {"(verschlusselt*|ssl|tls|verschlusselung) ... "
     "(erforderlich|notwendig|anmeldung|authentifizierung|nur)",
     Likely, "zertifikat"},
    {"(暗号化|ssl|tls) ... (必要|接続してください|のみ)", Likely, "証明書"},
    {"(unverschlusselt*) ... (nicht|abgelehnt|gesperrt|verboten)", Likely},
};

constexpr Phrase tooManyLogins[] = {
    {"(登录|登陆|认证) ... (频繁|次数过多|次数超|过于频繁|频率)", Named},
    {"(ログイン|認証) ... (回数|連続|多すぎ)", Clear},
    {"zu viele ... (anmeldeversuche|anmeldungen|login|fehlversuche|versuche)", Clear},
    {"trop ... (tentatives|connexions echouees)", Clear},
    {"(слишком много|превышено) ... (попыток|входов)", Clear},
};

constexpr Phrase pbsExpired[] = {
    {"pop before smtp", Named},
    {"(先に|送信前に|一度|まず) ... (受信|pop)", Clear},
    {"(受信|メールの受信) ... (行って|後に|してから|先に|実行)", Likely},
    {"pop認証", Likely},
    {"(mails|post|emails|nachrichten) ... (abrufen|abholen|abgerufen) ... (vor|zuerst|erst)?",
     Likely},
    {"(relever|consulter|recuperer) ... (courrier|messages|boite)", Likely},
};

constexpr Phrase country[] = {
    {"海外 ... (アクセス|から|ip|制限)", Named},
    {"国外 ... (制限|拒否|フィルタ|登录|禁止)", Named},
    {"(ausland|auslandische)", Likely},
};

constexpr Phrase sender[] = {
    {"(remetente|remitente) ... (nao|no|non) ... (login|valido|conta|usuario|cuenta)", Clear},
    {"(差出人|送信者|送信元|from) ... "
     "(許可されていません|使用できません|拒否|一致し|異なり|違い|正しくありません|不正)",
     Likely, "ドメイン|存在|spf"},
    {"(发件人|发信人|发件地址|发信地址) ... "
     "(必须|不一致|不匹配|不允许|被拒绝|不正确|不符|与认证|与登录|不同)",
     Clear, "域名|不存在"},
    {"(absender|absenderadresse) ... (nicht erlaubt|nicht zugelassen|nicht "
     "gestattet|abgelehnt|ungultig|unbekannt|nicht berechtigt|verweigert)",
     Likely, "domain"},
    {"(expediteur|adresse expediteur|adresse d) ... (refuse|refusee|interdit|non autorise|non "
     "autorisee|rejete|invalide|rejetee)",
     Likely, "domaine"},
    {"(отправител*|адрес отправителя) ... (запрещен*|отклонен*|не разрешен*|не принадлежит|не "
     "совпадает|недопустим*)",
     Likely, "домен"},
    {"(remitente|remetente|mittente) ... (rechazado|rejeitado|rifiutato|no permitido|non "
     "consentito|nao permitido)",
     Likely, "dominio"},
    {"(보내는|발신자|발송자) ... (일치|다릅|거부|허용)", Likely},
};

constexpr Phrase relay[] = {
    {"(retransmissao|retransmision) ... (negada|denegada|recusada)"},
    {"nao faz parte ... lista ... rcpt"},
    {"(中継|リレー) ... (拒否|できません|禁止|許可されて)", Clear},
    {"(中继|转发|转寄) ... (拒绝|禁止|不允许)", Clear},
    {"relais ... (refuse|interdit|non autorise|denied)", Clear},
    {"(relay|weiterleitung|relaying) ... (nicht erlaubt|verweigert|verboten|abgelehnt|nicht "
     "gestattet)",
     Clear},
    {"(релей|ретрансляция|пересылка|relay) ... (запрещен*|отклонен*|не разрешен*)", Clear},
};

constexpr Phrase recipientUnknown[] = {
    {"(destin|destinatario) ... sconosciuto", Clear},
    {"indirizzo non (esiste|valido)", Clear},
    {"(宛先|受信者|メールアドレス|ユーザー|ユーザ|送信先|あて先|アドレス) ... "
     "(存在しません|見つかりません|不明|存在しない|見つからない|ありません|間違)",
     Likely, "ドメイン|サーバ|差出人|送信者"},
    {"(收件人|收信人|用户|邮箱|地址|接收者) ... (不存在|未找到|无效|找不到|错误|没有)", Likely,
     "域名|密码|登录|发件人|权限"},
    {"(empfanger|adresse|postfach|benutzer|mailbox|empfangeradresse) ... (unbekannt|existiert "
     "nicht|nicht gefunden|nicht vorhanden|nicht bekannt|ungultig|gibt es nicht|nicht existent)",
     Likely, "absender|domain"},
    {"(destinataire|adresse|utilisateur|boite) ... (inconnu|inconnue|n existe pas|nexiste "
     "pas|introuvable|invalide|inexistant|inexistante|existe pas)",
     Likely, "expediteur|domaine"},
    {"(получател*|пользовател*|адрес|ящик|почтовый ящик) ... (не найден*|не "
     "существует|неизвестн*|несуществующ*|недействител*|отсутствует)",
     Likely, "отправител*|домен"},
    {"(destinatario|usuario|direccion|utente|endereco|buzon) ... (desconocido|no "
     "existe|desconhecido|nao existe|sconosciuto|inexistente|non esiste|no encontrado|nao "
     "encontrado)",
     Likely, "dominio|remitente"},
    {"(수신자|받는 사람|사용자|메일 주소) ... (존재하지|없|찾을 수)", Likely},
    {"(odbiorca|uzytkownik|adres) ... (nie istnieje|nieznany|nie znaleziono)", Likely},
};

constexpr Phrase mailboxFull[] = {
    {"benutzer .. zuviele mail", Clear},
    {"(speichervolumen|speicherplatz|kontingent) .. (uberschritten|ueberschritten|voll)", Clear},
    {"(メールボックス|容量|受信箱) ... (いっぱい|一杯|オーバー|超過|超えて|満杯)", Clear,
     "送信容量|添付"},
    {"(邮箱|信箱|容量|空间|收件箱) ... (已满|满|不足|超限|超出)", Clear},
    {"(postfach|mailbox|speicher|speicherplatz|kontingent) ... (voll|uberschritten|erschopft|kein "
     "platz|uberfullt)",
     Clear, "nachrichtengrosse"},
    {"(boite|quota|espace) ... (pleine|plein|depasse|sature|saturee|insuffisant)", Clear},
    {"(ящик|почтовый ящик|квота|место) ... (переполнен*|полон|превышен*|заполнен*|недостаточно)",
     Clear},
    {"(buzon|caixa|casella|cuota|quota) ... (lleno|llena|cheia|piena|superada|excedida|superato)",
     Clear},
};

constexpr Phrase limits[] = {
    {"(送信|メール送信|送信数|送信通数|一日|1日) ... (制限|上限|超え|超過|超過しました)", Likely,
     "サイズ|容量"},
    {"(发送|发信|发件|当日|今日|每日|单日) ... (超限|上限|超过|限制|已达|额度|次数|数量)", Likely,
     "分钟|小时|频率|频繁|大小"},
    {"(tageslimit|versandlimit|sendelimit|tagliche|taglich) ", Clear},
    {"(limite|quota) ... (envoi|journalier|quotidien|quotidienne|envois|jour)", Clear},
    {"(лимит|превышен*|ограничен*) ... (суточн*|отправк*|день|сутки|писем)", Likely},
    {"(limite|cuota|cota) ... (diario|diaria|envio|dia)", Clear},
};

constexpr Phrase rates[] = {
    {"(频率|频繁|过快|太快|每分钟|每小时|太频繁)", Likely, "登录"},
    {"(短時間|頻繁|連続) ... (送信|メール|多数)", Likely},
    {"zu viele ... (nachrichten|mails|emails)", Likely, "verbindungen"},
    {"trop ... (messages|mails|emails|rapide)", Likely, "connexions"},
    {"слишком (много|часто) ... (писем|сообщений|запросов)?", Likely, "соединений|получател*"},
};

constexpr Phrase spam[] = {
    {"(スパム|迷惑メール) ... (判定|検知|拒否|判断|みなさ|疑い)", Clear, "ip|ブラックリスト"},
    {"(垃圾邮件|垃圾信|垃圾) ", Likely, "ip"},
    {"(反垃圾|被判定|垃圾邮件)", Likely, "ip"},
    {"(spam|pourriel|indesirable) ... (detecte|rejete|considere|bloque)", Likely, "ip|adresse ip"},
    {"(als spam|spamverdacht|unerwunscht*)", Clear, "ip"},
    {"(спам|спамом|спама) ", Likely, "ip|адрес"},
    {"(posible spam|como spam|come spam|como spam)", Likely},
};

constexpr Phrase tooLarge[] = {
    {"taille ... message ... (limite|maximale|maximum|depasse|atteinte)", Clear, "boite"},
    {"taille limite ... message", Clear, "boite"},
    {"(サイズ|メール|容量|添付ファイル|メッセージ) ... (大きすぎ|上限を超|制限を超|超過|大きい)",
     Likely, "メールボックス|受信箱"},
    {"(邮件|附件|信件) ... (过大|太大|超过|超出|超大)", Likely, "频率|数量|容量已满"},
    {"(nachricht|mail|anhang|grosse|nachrichtengrosse|dateianhang) ... (zu "
     "gross|uberschreitet|grosser|uberschritten)",
     Clear},
    {"(message|taille|piece jointe|courrier) ... (trop volumineux|trop gros|trop "
     "grand|depasse|trop volumineuse|trop grande|trop lourd)",
     Clear},
    {"(размер|письмо|сообщение|вложение) ... (превышает|слишком больш*|превышен*|велик*)", Clear},
    {"(mensaje|mensagem|messaggio|tamano|tamanho|dimensione) ... (demasiado grande|muito "
     "grande|troppo grande|excede|supera|excede)",
     Clear},
};

constexpr Phrase refusedConnection[] = {
    {"(接続|コネクション) ... 拒否", Likely},
    {"(連接|连接) ... (拒绝|被拒|被拒絕|拒絕)", Clear},
    {"(verbindung|verbindungsaufbau) ... (verweigert|abgelehnt|zuruckgewiesen)", Clear},
    {"(connexion) ... (refusee|refuse|rejetee)", Clear},
    {"(соединение|подключение|соединении|подключении|подключения) ... "
     "(отказано|отклонено|отверг*|отказ|отвергнуто)",
     Clear},
    {"отказано в (соединении|подключении)", Clear},
    {"(conexion|conexao|connessione) ... (rechazada|recusada|rifiutata|rehusada)", Clear},
    {"연결 ... 거부", Clear},
    {"конечный компьютер отверг", Named},
};

constexpr Phrase timeouts[] = {
    {"タイムアウト", Clear},
    {"(時間切れ|応答がありません|応答しません|応答なし|応答していません)", Likely},
    {"(超时|逾時|没有响应|没有正确答复|无响应)", Clear},
    {"(zeituberschreitung|zeitlimit|antwortet nicht|keine antwort|zeit uberschritten)", Clear},
    {"(delai|temps) ... (depasse|expire|attente|ecoule|imparti)", Clear},
    {"ne repond pas", Likely},
    {"(время ожидания|превышено время|таймаут|тайм аут|не отвечает|истекло время)", Clear},
    {"(tiempo de espera|tempo limite|tempo esgotado|tiempo agotado|timeout scaduto)", Clear},
    {"(시간 초과|시간이 초과|응답이 없)", Clear},
};

constexpr Phrase lost[] = {
    {"(接続|通信|サーバー) ... (切断|中断|リセット|終了しました|切れ)", Likely, "タイムアウト"},
    {"(连接|连线|遠端主機|远程主机) ... (断开|重置|中断|关闭|强迫关闭|中止)", Clear},
    {"(verbindung) ... "
     "(unterbrochen|getrennt|abgebrochen|geschlossen|zuruckgesetzt|beendet|verloren)",
     Clear},
    {"(connexion) ... (perdue|interrompue|fermee|reinitialisee|coupee|a ete fermee)", Clear},
    {"(соединение|подключение) ... (разорвано|прервано|сброшено|закрыто|потеряно)", Clear},
    {"(conexion|conexao|connessione) ... "
     "(perdida|interrumpida|cerrada|perdida|interrotta|chiusa|restablecida)",
     Clear},
};

constexpr Phrase nameNotFound[] = {
    {"(サーバー|サーバ|ホスト|ホスト名) ... "
     "(見つかりません|見つかりませんでした|見つけられません|見つけることができません|存在しません|"
     "不明)",
     Likely, "ユーザ|受信者|宛先"},
    {"(主机|服务器|域名) ... (找不到|不存在|无法解析|未知|未找到)", Likely, "收件人|发件人"},
    {"(无法解析|找不到) ... (主机|服务器|域名)", Clear},
    {"(server|rechner|host|hostname|rechnername) ... (nicht gefunden|unbekannt|nicht "
     "aufgelost|nicht auffindbar|nicht aufgeloest)",
     Likely, "empfanger"},
    {"(serveur|hote) ... (introuvable|inconnu|pas trouve|n a pas ete trouve|non trouve)", Likely},
    {"этот хост неизвестен", Named},
    {"(сервер|хост|узел|имя) ... (не найден|неизвестен|не удалось найти|не удается "
     "найти|неизвестно)",
     Likely},
    {"(servidor|host|server) ... (no encontrado|desconocido|nao encontrado|desconhecido|non "
     "trovato|sconosciuto)",
     Likely, "destinatario"},
};

constexpr Phrase unreachable[] = {
    {"(ネットワーク|ホスト) ... (到達できません|到達不能|接続されていません)", Clear},
    {"(网络|主机) ... (不可达|无法访问|不可到达)", Clear},
    {"(netz*|netzwerk|host|rechner) ... (nicht erreichbar|unerreichbar)", Likely},
    {"(reseau|hote) ... (inaccessible|injoignable|inatteignable)", Clear},
    {"(сеть|узел|хост) ... (недоступ*|недостижим*)", Clear},
    {"(нет маршрута|сеть недоступна)", Clear},
};

constexpr Phrase certificates[] = {
    {"(証明書|セキュリティ証明書) ... (信頼|検証できません|確認できません|信頼されていない|発行元)",
     Likely, "期限|名前|一致|自己署名"},
    {"(证书|憑證) ... (不受信任|不可信|不信任|无效|验证失败)", Likely, "过期|名称|自签名"},
    {"(zertifikat) ... (nicht vertrauenswurdig|nicht vertraut|ungultig|unbekannte|nicht "
     "uberpruft|nicht verifiziert)",
     Likely, "abgelaufen|name|selbst"},
    {"(certificat) ... (non approuve|pas fiable|non fiable|invalide|non valide|inconnue|n est pas "
     "valide)",
     Likely, "expire|nom|auto signe"},
    {"(сертификат*) ... (не довер*|недовер*|недействител*|не является довер*|ненадежн*)", Likely,
     "истек*|имя|имени|самоподписан*"},
};

constexpr Phrase certificateExpired[] = {
    {"(证书|憑證) ... 有效期", Named},
    {"証明書 ... (期限切れ|有効期限|失効|期限が切れ)", Named},
    {"(证书|憑證) ... (过期|已过期|到期|過期)", Named},
    {"zertifikat ... (abgelaufen|gultigkeit|noch nicht gultig)", Named},
    {"certificat ... (expire|perime|pas encore valide)", Named},
    {"сертификат* ... (истек*|просрочен*)", Named},
    {"(certificado|certificato) ... (caducado|expirado|expirou|scaduto|vencido)", Named},
};

constexpr Phrase certificateHost[] = {
    {"証明書 ... (名前 ... 一致|一致しません|ホスト名|名前が)", Named},
    {"(证书|憑證) ... (名称 ... 不匹配|不匹配|不符|域名|名称)", Clear},
    {"(zertifikat) ... (name|namen|hostname|hostnamen) ... (nicht|stimmt|uberein*)", Named},
    {"(certificat) ... (nom|hote) ... (correspond|different)", Named},
    {"(сертификат*) ... (имя|имени|хост*) ... (не совпад*|не соответств*)", Named},
    {"(stimmt nicht|nicht uberein*) ... zertifikat", Clear},
};

constexpr Phrase certificateSelf[] = {
    {"自己署名", Named},
    {"自签名", Named},
    {"(selbst signiert*|selbstsigniert*|selbst ausgestellt*)", Named},
    {"(auto signe|autosigne)", Named},
    {"самоподписан*", Named},
    {"(autofirmado|autoassinado|autofirmato)", Named},
};

constexpr Phrase blocked[] = {
    {"(ブラックリスト|リストに登録|拒否リスト)", Clear, "受信者"},
    {"(ip|ipアドレス|アドレス) ... (拒否|制限|ブロック|遮断)", Likely, "逆引き|海外"},
    {"(ip|发信ip|服务器ip) ... (黑名单|列入|被封|禁止|拒绝)", Clear},
    {"黑名单", Likely, "收件人|发件人"},
    {"(ip|ip adresse|adresse|server) ... (gesperrt|blockiert|sperrliste|schwarze liste|geblockt)",
     Likely, "konto|postfach"},
    {"(ip|adresse ip) ... (bloque*|liste noire|blackliste*|refuse*)", Likely},
    {"(ip|ip адрес) ... (заблокирован*|черн* список|черном списке|внесен)", Clear},
    {"(lista negra|lista nera)", Clear},
};

constexpr Phrase reverse[] = {
    {"逆引き", Named},
    {"反向解析", Named},
    {"(ruckwartsauflosung|reverse dns eintrag)", Named},
    {"обратн* ... (зон*|dns|запис*)", Clear},
};

constexpr Phrase later[] = {
    {"(グレイリスト|グレーリスト|グレイリスティング)", Named},
    {"灰名单", Named},
    {"(liste grise)", Named},
    {"(серый список|серых списк*)", Named},
};

constexpr Phrase busy[] = {
    {"(混雑|混み合|メンテナンス|過負荷)", Clear},
    {"(系统繁忙|服务器忙|系统忙|服务器繁忙|维护)", Clear},
    {"(uberlastet|wartung|wartungsarbeiten|derzeit nicht verfugbar)", Likely},
    {"(surcharge|maintenance|momentanement indisponible|temporairement indisponible|indisponible)",
     Likely},
    {"(перегружен*|занят|технические работы|временно недоступ*|обслуживан*)", Likely},
};

constexpr Phrase serverError[] = {
    {"(サーバー|システム|内部) ... エラー", Hint, "認証|接続"},
    {"(系统错误|内部错误|服务器错误|服务器内部)", Likely},
    {"(interner fehler|serverfehler|interner serverfehler)", Clear},
    {"(erreur interne|erreur serveur)", Clear},
    {"(внутренняя ошибка|ошибка сервера)", Likely},
};

constexpr Phrase noStartTls[] = {
    {"starttls ... (サポートして|対応して|利用できません|nicht unterstutzt|nicht angeboten|pas "
     "pris en charge|non supporte|не поддержива*|不支持|지원하지)",
     Clear},
    {"(不支持|nicht unterstutzt|サポートされていません|не поддержива*) ... (starttls|tls|ssl)",
     Clear},
};

constexpr Phrase domains[] = {
    {"域名 不存在", Clear, "发件人|发信人"},
    {"(宛先|受信者|送信先) ... ドメイン ... (存在|見つかり|不明|誤)", Clear},
    {"(收件人|收信) ... 域名 ... (不存在|错误|找不到)", Clear},
    {"(empfanger*|ziel) ... domain ... (unbekannt|existiert|nicht)", Clear},
    {"домен ... получател* ... (не найден|не существует)", Clear},
};

constexpr Phrase senderDomains[] = {
    {"(差出人|送信者|送信元|from) ... ドメイン ... (存在|見つかり|不明|確認)", Clear},
    {"(发件人|发信人) ... 域名 ... (不存在|错误|找不到)", Clear},
    {"absender* ... domain ... (unbekannt|existiert|nicht)", Clear},
    {"домен ... отправител* ... (не найден|не существует)", Clear},
};

constexpr PhraseTable tables[] = {
    {CauseClass::WrongPassword, wrongPassword},
    {CauseClass::AppPasswordNeeded, appPassword},
    {CauseClass::TemporaryAuthFailure, temporaryAuth},
    {CauseClass::AuthDisabledByAdmin, disabledByAdmin},
    {CauseClass::LoginNeeded, loginNeeded},
    {CauseClass::AccountLocked, accountLocked},
    {CauseClass::TlsNeededBeforeLogin, tlsNeeded},
    {CauseClass::TooManyLogins, tooManyLogins},
    {CauseClass::PbsExpired, pbsExpired},
    {CauseClass::CountryBlocked, country},
    {CauseClass::SenderNotAllowed, sender},
    {CauseClass::RelayDenied, relay},
    {CauseClass::RecipientUnknown, recipientUnknown},
    {CauseClass::MailboxFull, mailboxFull},
    {CauseClass::DailyLimit, limits},
    {CauseClass::RateLimited, rates},
    {CauseClass::ContentSpam, spam},
    {CauseClass::MessageTooLarge, tooLarge},
    {CauseClass::RefusedConnection, refusedConnection},
    {CauseClass::Timeout, timeouts},
    {CauseClass::ConnectionLost, lost},
    {CauseClass::DnsNxDomain, nameNotFound},
    {CauseClass::NetworkUnreachable, unreachable},
    {CauseClass::CertUntrusted, certificates},
    {CauseClass::CertExpired, certificateExpired},
    {CauseClass::CertHostname, certificateHost},
    {CauseClass::CertSelfSigned, certificateSelf},
    {CauseClass::IpBlocklisted, blocked},
    {CauseClass::NoPtr, reverse},
    {CauseClass::Greylisted, later},
    {CauseClass::ServerBusy, busy},
    {CauseClass::LocalServerError, serverError},
    {CauseClass::StartTlsUnavailable, noStartTls},
    {CauseClass::RecipientDomainBad, domains},
    {CauseClass::SenderDomainBad, senderDomains},
};

} // namespace

std::span<const PhraseTable> foreignPhrases()
{
    return tables;
}

} // namespace diagnosis
