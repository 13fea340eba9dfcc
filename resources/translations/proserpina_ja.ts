<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>AddServerPage</name>
    <message>
        <source>Add server</source>
        <translation>サーバ設定追加</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>発信アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>Mail address you send from</source>
        <translation>発信に使うメールアドレス</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the server in the list</source>
        <translation>一覧に出るサーバの名前</translation>
    </message>
    <message>
        <source>Host name of the mail server</source>
        <translation>メールサーバのホスト名</translation>
    </message>
    <message>
        <source>S&amp;ecurity</source>
        <translation>暗号化(&amp;E)</translation>
    </message>
    <message>
        <source>Encryption of the connection</source>
        <translation>接続の暗号化</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ポート(&amp;P)</translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation>メールサーバのポート</translation>
    </message>
    <message>
        <source>Us&amp;ual</source>
        <translation>標準に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Go back to the port that is usual for this encryption</source>
        <translation>この暗号化で標準のポートに戻します</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>Connect and log in with what is typed now; sends nothing</source>
        <translation>今入力されている内容で接続してログインします。メールは送りません</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Clea&amp;r</source>
        <translation>クリア(&amp;R)</translation>
    </message>
    <message>
        <source>Hos&amp;t</source>
        <translation>ホスト名(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;MTP-AUTH and SMTPs settings ...</source>
        <translation>SMTP認証とSMTPsの設定(&amp;M) ...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Sen&amp;d test mail ...</source>
        <translation>テストメールを送る(&amp;D) ...</translation>
    </message>
    <message>
        <source>Save as new</source>
        <translation>新規として保存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>パスワード(&amp;W)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示する</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>ID to log in with</source>
        <translation>ログインに使う ID</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>AdvancedPanel</name>
    <message>
        <source>EHL&amp;O name</source>
        <translation>EHLO 名(&amp;O)</translation>
    </message>
    <message>
        <source>Name to greet the server with</source>
        <translation>サーバに名乗る名前</translation>
    </message>
    <message>
        <source>CA fi&amp;le</source>
        <translation>CA ファイル(&amp;L)</translation>
    </message>
    <message>
        <source>File with certificates to trust beside the system&apos;s</source>
        <translation>システムのもののほかに信頼する証明書のファイル</translation>
    </message>
    <message>
        <source>Choose ...</source>
        <translation>選ぶ ...</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>CA ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>クライアント証明書</translation>
    </message>
    <message>
        <source>File with this computer&apos;s own certificate</source>
        <translation>このコンピュータ自身の証明書のファイル</translation>
    </message>
    <message>
        <source>Choose the client certificate</source>
        <translation>クライアント証明書を選ぶ</translation>
    </message>
    <message>
        <source>Its &amp;key</source>
        <translation>その鍵(&amp;K)</translation>
    </message>
    <message>
        <source>File with the client certificate&apos;s key</source>
        <translation>クライアント証明書の鍵のファイル</translation>
    </message>
    <message>
        <source>in the certificate&apos;s file</source>
        <translation>証明書と同じファイル</translation>
    </message>
    <message>
        <source>Choose the key of the client certificate</source>
        <translation>クライアント証明書の鍵を選ぶ</translation>
    </message>
    <message>
        <source>Pinned certificate</source>
        <translation>固定した証明書</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>固定をやめる</translation>
    </message>
    <message>
        <source>Forget the pinned certificate</source>
        <translation>証明書の固定をやめる</translation>
    </message>
    <message>
        <source>Longest time for each step in seconds</source>
        <translation>各段階で待つ最長の秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準に戻す</translation>
    </message>
    <message>
        <source>Go back to the standard time limits</source>
        <translation>標準の制限時間に戻す</translation>
    </message>
    <message>
        <source>Go back to the time limits of RFC 5321</source>
        <translation>RFC 5321 の制限時間に戻します</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>プロキシ(&amp;X)</translation>
    </message>
    <message>
        <source>Kind of proxy</source>
        <translation>プロキシの種類</translation>
    </message>
    <message>
        <source>Host name of the proxy</source>
        <translation>プロキシのホスト名</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>プロキシのポート</translation>
    </message>
    <message>
        <source>Tr&amp;y the next method by itself after a refused login (only over verified TLS)</source>
        <translation>ログインを断られたら、確認済みの TLS でだけ次の方式を自動で試す(&amp;Y)</translation>
    </message>
    <message>
        <source>Allow the password without encryption (anybody on the way can read it)</source>
        <translation>暗号化なしでのパスワード送信を許す (途中のだれにでも読めます)</translation>
    </message>
    <message>
        <source>Allow TLS 1.0 and 1.1 (outdated)</source>
        <translation>TLS 1.0 と 1.1 を許す (古い方式)</translation>
    </message>
    <message>
        <source>SHA-256 of the only certificate that counts for this server</source>
        <translation>このサーバで認めるただ1つの証明書の SHA-256</translation>
    </message>
    <message>
        <source>With TLS 1.2, the server sees this certificate before its own has been checked.</source>
        <translation>TLS 1.2 では、サーバの証明書を確かめる前に、この証明書がサーバに渡ります。</translation>
    </message>
    <message>
        <source>Time limit per step</source>
        <translation>各段階の制限時間</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>同時接続数</translation>
    </message>
    <message>
        <source>Connections at once for mail of the outbox</source>
        <translation>送信トレイのメールの同時接続数</translation>
    </message>
    <message>
        <source>Mails per connection</source>
        <translation>1 接続あたりのメール数</translation>
    </message>
    <message>
        <source>Mails of the outbox per connection</source>
        <translation>送信トレイの 1 接続あたりのメール数</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Mails per minute</source>
        <translation>1 分あたりのメール数</translation>
    </message>
    <message>
        <source>Mails of the outbox per minute</source>
        <translation>送信トレイの 1 分あたりのメール数</translation>
    </message>
</context>
<context>
    <name>AttemptPanel</name>
    <message>
        <source>Show conversation ...</source>
        <translation>やり取りを見る ...</translation>
    </message>
</context>
<context>
    <name>AuthDialog</name>
    <message>
        <source>SMTP-AUTH and SMTPs settings</source>
        <translation>SMTP認証とSMTPsの設定</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>SMTP認証の方式</translation>
    </message>
    <message>
        <source>&amp;No authentication</source>
        <translation>認証なし(&amp;N)</translation>
    </message>
    <message>
        <source>ID and password</source>
        <translation>ID とパスワード</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>ID to log in with</source>
        <translation>ログインに使う ID</translation>
    </message>
    <message>
        <source>Form of the ID</source>
        <translation>ID の形</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示する</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keychain</source>
        <translation>キーチェーンに保存する(&amp;K)</translation>
    </message>
    <message>
        <source>Pass&amp;word command</source>
        <translation>パスワードコマンド(&amp;W)</translation>
    </message>
    <message>
        <source>Program that prints the password</source>
        <translation>パスワードを出力するプログラム</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>A program whose first line of output is the password, instead of a kept one</source>
        <translation>出力の1行目がパスワードであるプログラム。保存したパスワードの代わりに使います</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>SSL3/TLS1 (SMTP&amp;s)</source>
        <translation>SSL3/TLS1を使用 (SMTP&amp;s)</translation>
    </message>
    <message>
        <source>P&amp;OP before SMTP</source>
        <translation>P&amp;OP before SMTP</translation>
    </message>
    <message>
        <source>Se&amp;ttings ...</source>
        <translation>設定(&amp;T) ...</translation>
    </message>
    <message>
        <source>POP before SMTP settings</source>
        <translation>POP before SMTP の設定</translation>
    </message>
</context>
<context>
    <name>AutosendPage</name>
    <message>
        <source>Autosend</source>
        <translation>自動送信</translation>
    </message>
    <message>
        <source>Files put into a folder are mailed by themselves, as attachments. The first rule that fits a file takes it.</source>
        <translation>フォルダに入れたファイルを、添付ファイルとして自動的にメールで送ります。ファイルに合う最初のルールが使われます。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>&amp;Mail them</source>
        <translation>送信する(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Choose ...</source>
        <translation>選ぶ(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;New rule</source>
        <translation>ルール作成(&amp;N)</translation>
    </message>
    <message>
        <source>Dr&amp;y run ...</source>
        <translation>試行(&amp;Y)...</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下へ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>履歴(&amp;I)</translation>
    </message>
    <message>
        <source>Files that were mailed</source>
        <translation>送信したファイル</translation>
    </message>
    <message>
        <source>Send a&amp;gain</source>
        <translation>再送(&amp;G)</translation>
    </message>
    <message>
        <source>Sh&amp;ow the mail</source>
        <translation>メールを表示(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Proserpina</source>
        <translation>プロセルピナ</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Pinned until now (SHA-256)</source>
        <translation>これまで固定していたもの (SHA-256)</translation>
    </message>
    <message>
        <source>Shown now (SHA-256)</source>
        <translation>今示されたもの (SHA-256)</translation>
    </message>
    <message>
        <source>This is another certificate. Servers renew theirs, some every few weeks; but it looks the same when somebody stands in between and reads along. Only the operator can tell which fingerprint is right.</source>
        <translation>別の証明書です。サーバの証明書は、数週間ごとに新しくなることもあります。しかし、途中のだれかが盗み読みしているときも、同じように見えます。どちらのフィンガープリントが正しいかは、サーバの管理者にしか分かりません。</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Explain a reply</source>
        <translation>応答の説明</translation>
    </message>
    <message>
        <source>What a &amp;server or mail program said (a reply, an error, lines of a log):</source>
        <translation>サーバやメールソフトの表示(&amp;S)（応答、エラー、ログの行）:</translation>
    </message>
    <message>
        <source>Said &amp;during:</source>
        <translation>段階(&amp;D):</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Show &amp;why</source>
        <translation>理由を表示(&amp;W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>From address</source>
        <translation>発信アドレス</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the sender</source>
        <translation>差出人の名前</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>アドレス(&amp;A)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>サーバ(&amp;V)</translation>
    </message>
    <message>
        <source>Server it sends through</source>
        <translation>送信に使うサーバ</translation>
    </message>
    <message>
        <source>&amp;Reply-To</source>
        <translation>返信先(&amp;R)</translation>
    </message>
    <message>
        <source>Address for replies</source>
        <translation>返信先のアドレス</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>組織(&amp;O)</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>署名(&amp;G)</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>&amp;Use this address unless another one is chosen</source>
        <translation>ほかを選ばないかぎりこのアドレスを使う(&amp;U)</translation>
    </message>
    <message>
        <source>Send &amp;test mail ...</source>
        <translation>テストメール(&amp;T) ...</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>From address</source>
        <translation>発信アドレス</translation>
    </message>
    <message>
        <source>A mail goes only through the server that its From address is tied to.</source>
        <translation>メールは、その発信アドレスに結び付けたサーバだけを通して送られます。</translation>
    </message>
    <message>
        <source>From addresses</source>
        <translation>発信アドレス</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>既定にする(&amp;D)</translation>
    </message>
    <message>
        <source>Send &amp;test mail ...</source>
        <translation>テストメール(&amp;T) ...</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下へ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>複製(&amp;P)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
</context>
<context>
    <name>LyingFilesDialog</name>
    <message>
        <source>Files in the folder</source>
        <translation>フォルダ内のファイル</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>&amp;All of them</source>
        <translation>すべて(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MailDetails</name>
    <message>
        <source>It &amp;arrived</source>
        <translation>届いていた(&amp;A)</translation>
    </message>
    <message>
        <source>Show &amp;conversation ...</source>
        <translation>やり取りを見る(&amp;C) ...</translation>
    </message>
    <message>
        <source>S&amp;end again</source>
        <translation>もう一度送る(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;xplain the reply ...</source>
        <translation>応答の説明(&amp;X) ...</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message>
        <source>New mail</source>
        <translation>新規メール</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>差出人(&amp;F)</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>宛先(&amp;T)</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>Cc(&amp;C)</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Cc の宛先</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>Bcc(&amp;B)</translation>
    </message>
    <message>
        <source>Blind copies to</source>
        <translation>Bcc の宛先</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>件名(&amp;U)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>&amp;Attach ...</source>
        <translation>添付(&amp;A) ...</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>外す(&amp;R)</translation>
    </message>
    <message>
        <source>Send &amp;later, at</source>
        <translation>あとで送る(&amp;L):</translation>
    </message>
    <message>
        <source>When it is to be sent</source>
        <translation>送信する日時</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>送信(&amp;S)</translation>
    </message>
    <message>
        <source>Cl&amp;ear</source>
        <translation>消去(&amp;E)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>MailboxDialog</name>
    <message>
        <source>Mailbox of the practice server</source>
        <translation>練習用サーバのメールボックス</translation>
    </message>
    <message>
        <source>Mails received</source>
        <translation>届いたメール</translation>
    </message>
    <message>
        <source>The selected mail as it was received</source>
        <translation>選んだメール (届いたまま)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Show the &amp;source</source>
        <translation>ソースを表示する(&amp;S)</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>The mail</source>
        <translation>メールの内容</translation>
    </message>
    <message>
        <source>Show the &amp;source</source>
        <translation>ソースを表示する(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Stop send</source>
        <translation>送信停止</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>すべて一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Mails of this server</source>
        <translation>このサーバのメール</translation>
    </message>
    <message>
        <source>S&amp;tate</source>
        <translation>状態(&amp;T)</translation>
    </message>
    <message>
        <source>Mails in this state</source>
        <translation>この状態のメール</translation>
    </message>
    <message>
        <source>Filter the mails</source>
        <translation>メールを絞り込む</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Mails of the outbox</source>
        <translation>送信トレイのメール</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>中止(&amp;O)</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>開く(&amp;N)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>New &amp;mail ...</source>
        <translation>新規メール(&amp;M) ...</translation>
    </message>
    <message>
        <source>About the selected mail</source>
        <translation>選択したメールについて</translation>
    </message>
    <message>
        <source>Se&amp;rver</source>
        <translation>サーバ(&amp;R)</translation>
    </message>
    <message>
        <source>Send no&amp;w</source>
        <translation>今すぐ送る(&amp;W)</translation>
    </message>
    <message>
        <source>Edit rec&amp;ipients ...</source>
        <translation>宛先を変更(&amp;I) ...</translation>
    </message>
</context>
<context>
    <name>PopDialog</name>
    <message>
        <source>POP before SMTP settings</source>
        <translation>POP before SMTP の設定</translation>
    </message>
    <message>
        <source>Proserpina logs in to the POP3 server, fetches nothing, and then hands the mail over without another login.</source>
        <translation>POP3 サーバにログインし (メールは受信しません)、その後は認証なしでメールを送ります。</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>ホスト名(&amp;H)</translation>
    </message>
    <message>
        <source>Host of the POP3 server</source>
        <translation>POP3 サーバのホスト名</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ポート(&amp;P)</translation>
    </message>
    <message>
        <source>Port of the POP3 server</source>
        <translation>POP3 サーバのポート</translation>
    </message>
    <message>
        <source>&amp;Usual</source>
        <translation>標準に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Go back to the port that is usual for this encryption</source>
        <translation>この暗号化で標準のポートに戻します</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>暗号化(&amp;E)</translation>
    </message>
    <message>
        <source>Encryption of the POP3 login</source>
        <translation>POP3 ログインの暗号化</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>ログイン(&amp;L)</translation>
    </message>
    <message>
        <source>Way of the POP3 login</source>
        <translation>POP3 ログインの方法</translation>
    </message>
    <message>
        <source>&amp;ID</source>
        <translation>&amp;ID</translation>
    </message>
    <message>
        <source>ID for the POP3 login</source>
        <translation>POP3 ログインの ID</translation>
    </message>
    <message>
        <source>&amp;A password of its own</source>
        <translation>専用のパスワードを使う(&amp;A)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>パスワード(&amp;W)</translation>
    </message>
    <message>
        <source>Password for the POP3 login</source>
        <translation>POP3 ログインのパスワード</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示する</translation>
    </message>
    <message>
        <source>Waiting &amp;time</source>
        <translation>待ち時間(&amp;T)</translation>
    </message>
    <message>
        <source>Seconds to wait after the POP3 login</source>
        <translation>POP3 ログインの後に待つ秒数</translation>
    </message>
    <message>
        <source>after the login; some servers need a moment</source>
        <translation>ログインの後。少し待つ必要があるサーバもあります</translation>
    </message>
    <message>
        <source>Pinned certificate</source>
        <translation>固定した証明書</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>固定をやめる(&amp;F)</translation>
    </message>
    <message>
        <source>SHA-256 of the only certificate that counts for this server</source>
        <translation>このサーバで認めるただ1つの証明書の SHA-256</translation>
    </message>
</context>
<context>
    <name>ProviderPanel</name>
    <message>
        <source>What can be set: encryption by login, with the port</source>
        <translation>設定できるもの: 暗号化と認証の組み合わせとポート</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>それでも保存する</translation>
    </message>
</context>
<context>
    <name>RecipientsDialog</name>
    <message>
        <source>Edit recipients</source>
        <translation>宛先の変更</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>宛先(&amp;T)</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>Cc(&amp;C)</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Cc の宛先</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>Bcc(&amp;B)</translation>
    </message>
    <message>
        <source>Blind copies to</source>
        <translation>Bcc の宛先</translation>
    </message>
</context>
<context>
    <name>ReplyDialog</name>
    <message>
        <source>Reply</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Certi&amp;ficate ...</source>
        <translation>証明書(&amp;F) ...</translation>
    </message>
    <message>
        <source>The server&apos;s reply before and after TLS</source>
        <translation>TLS の前と後のサーバの応答</translation>
    </message>
    <message>
        <source>What the selected line means</source>
        <translation>選んだ行の意味</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>もう一度確認(&amp;K)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>中止(&amp;O)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Autosend rule</source>
        <translation>自動送信のルール</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダ(&amp;F)</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>監視するフォルダ</translation>
    </message>
    <message>
        <source>C&amp;hoose ...</source>
        <translation>選択(&amp;H)...</translation>
    </message>
    <message>
        <source>Mail &amp;what others put there, too</source>
        <translation>他のユーザーが入れたファイルも送る(&amp;W)</translation>
    </message>
    <message>
        <source>With s&amp;ub-folders</source>
        <translation>中のフォルダも含める(&amp;U)</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>ファイル(&amp;I)</translation>
    </message>
    <message>
        <source>Files, as patterns</source>
        <translation>ファイルのパターン</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>差出人(&amp;R)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>宛先(&amp;T)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>&amp;Cc</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>&amp;Bcc</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Bcc</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>件名(&amp;S)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>本文(&amp;X)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>{file}, {name}, {date}, {time}, {size}, {count} and {folder} are filled in.</source>
        <translation>{file}、{name}、{date}、{time}、{size}、{count}、{folder} は置き換えられます。</translation>
    </message>
    <message>
        <source>Mai&amp;ls</source>
        <translation>メール(&amp;L)</translation>
    </message>
    <message>
        <source>Files in one mail</source>
        <translation>1 通に入れるファイル</translation>
    </message>
    <message>
        <source>Most megabytes in one mail</source>
        <translation>1 通の最大サイズ (MB)</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Afterwards</source>
        <translation>送信後(&amp;A)</translation>
    </message>
    <message>
        <source>What happens to a file that was sent</source>
        <translation>送信したファイルの扱い</translation>
    </message>
    <message>
        <source>Still f&amp;or</source>
        <translation>変更後の待ち時間(&amp;O)</translation>
    </message>
    <message>
        <source>Seconds that a file must have been left alone</source>
        <translation>ファイルが変わらなくなってから待つ秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>at &amp;most</source>
        <translation>上限(&amp;M)</translation>
    </message>
    <message>
        <source>Mails a minute</source>
        <translation>1 分間のメール数</translation>
    </message>
    <message>
        <source> mails a minute</source>
        <translation> 通/分</translation>
    </message>
    <message>
        <source>no limit a minute</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>As&amp;k first</source>
        <translation>送信前に確認(&amp;K)</translation>
    </message>
    <message>
        <source>above</source>
        <translation>次を超えたら</translation>
    </message>
    <message>
        <source>Files a minute above which you are asked</source>
        <translation>1 分間にこれを超えたら確認するファイル数</translation>
    </message>
    <message>
        <source> files</source>
        <translation> 個</translation>
    </message>
    <message>
        <source>never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>or</source>
        <translation>または</translation>
    </message>
    <message>
        <source>Megabytes a minute above which you are asked</source>
        <translation>1 分間にこれを超えたら確認するサイズ (MB)</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>サイズは問わない</translation>
    </message>
    <message>
        <source>within a minute</source>
        <translation>(1 分間に)</translation>
    </message>
    <message>
        <source>Pass o&amp;ver</source>
        <translation>除外(&amp;V)</translation>
    </message>
    <message>
        <source>Further patterns of temporary files</source>
        <translation>一時ファイルとみなすパターン</translation>
    </message>
</context>
<context>
    <name>ServerListPage</name>
    <message>
        <source>Server list</source>
        <translation>サーバ一覧</translation>
    </message>
    <message>
        <source>Filter the servers</source>
        <translation>サーバを絞り込む</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show &amp;disabled</source>
        <translation>無効のものも表示(&amp;D)</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバ</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>サーバ設定追加</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>See &amp;reply</source>
        <translation>応答を見る(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>Send &amp;test mail ...</source>
        <translation>テストメール(&amp;T) ...</translation>
    </message>
    <message>
        <source>&amp;Mailbox</source>
        <translation>受信箱(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>複製(&amp;P)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>&amp;Keep the passwords of new servers in the keychain</source>
        <translation>新しいサーバのパスワードをキーチェーンに保存する(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the passwords of new servers in the keychain</source>
        <translation>新しいサーバのパスワードをキーチェーンに保存する</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信トレイ</translation>
    </message>
    <message>
        <source>A systemd user unit does it, from the start of your session.</source>
        <translation>systemd のユーザユニットが、ログインしたときから送信します。</translation>
    </message>
    <message>
        <source>Keep a &amp;copy of sent mail</source>
        <translation>送ったメールの控えを残す(&amp;C)</translation>
    </message>
    <message>
        <source>Keep a copy of sent mail</source>
        <translation>送ったメールの控えを残す</translation>
    </message>
    <message>
        <source>Desktop &amp;notices</source>
        <translation>デスクトップ通知(&amp;N)</translation>
    </message>
    <message>
        <source>Desktop notices about mail that cannot be sent</source>
        <translation>送れないメールについてのデスクトップ通知</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>&amp;Forget the addresses you wrote to</source>
        <translation>送ったことのある宛先を忘れる(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Send mail and watch folders also while no window is open</source>
        <translation>ウィンドウを開いていないときもメールの送信とフォルダの監視を行う(&amp;S)</translation>
    </message>
    <message>
        <source>Send mail and watch folders also while no window is open</source>
        <translation>ウィンドウを開いていないときもメールの送信とフォルダの監視を行う</translation>
    </message>
    <message>
        <source>Stay in the &amp;tray when the window is closed while folders are watched</source>
        <translation>フォルダを監視している間は、ウィンドウを閉じてもトレイに残る(&amp;T)</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed while folders are watched</source>
        <translation>フォルダを監視している間は、ウィンドウを閉じてもトレイに残る</translation>
    </message>
</context>
<context>
    <name>TestMailDialog</name>
    <message>
        <source>Send test mail</source>
        <translation>テストメールを送る</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>差出人(&amp;F)</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>宛先(&amp;T)</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>件名(&amp;U)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>本文(&amp;X)</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>メールの本文</translation>
    </message>
    <message>
        <source>Attac&amp;hments</source>
        <translation>添付ファイル(&amp;H)</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>&amp;Add ...</source>
        <translation>追加(&amp;A) ...</translation>
    </message>
    <message>
        <source>Add attachments</source>
        <translation>添付ファイルを追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Remove the selected attachments</source>
        <translation>選んだ添付ファイルを外す</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>送ったバイト数</translation>
    </message>
    <message>
        <source>What became of each recipient</source>
        <translation>宛先ごとの結果</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>やり取り</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>送信(&amp;S)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>中止(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy transcript</source>
        <translation>やり取りをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Delivery report</source>
        <translation>配送の報告(&amp;D)</translation>
    </message>
    <message>
        <source>Delivery report to the sender</source>
        <translation>差出人への配送の報告</translation>
    </message>
    <message>
        <source>What the server is asked to report to the sender&apos;s mailbox (DSN); not every server can</source>
        <translation>サーバから差出人への報告 (DSN)。できないサーバもあります</translation>
    </message>
    <message>
        <source>Send only if every recipient is accepted (all or no&amp;body)</source>
        <translation>宛先が全部受け付けられたときだけ送る(&amp;B)</translation>
    </message>
    <message>
        <source>If the server refuses one recipient, nobody gets the mail</source>
        <translation>宛先が1つでも断られたら、だれにも送りません</translation>
    </message>
    <message>
        <source>Mail and result</source>
        <translation>メールと結果</translation>
    </message>
    <message>
        <source>Put into the &amp;outbox</source>
        <translation>送信トレイに入れる(&amp;O)</translation>
    </message>
</context>
<context>
    <name>TranscriptDialog</name>
    <message>
        <source>What was said</source>
        <translation>やり取り</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>WaitingMailDialog</name>
    <message>
        <source>Mail is waiting</source>
        <translation>送信を待つメールがあります</translation>
    </message>
    <message>
        <source>&amp;Wait until it has been sent</source>
        <translation>送り終わるまで待つ(&amp;W)</translation>
    </message>
    <message>
        <source>The window stays open, and closes by itself after that.</source>
        <translation>ウィンドウは開いたままで、送り終わると自動的に閉じます。</translation>
    </message>
    <message>
        <source>&amp;Go on in the background</source>
        <translation>バックグラウンドで続ける(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Quit and keep it</source>
        <translation>残したまま終了(&amp;Q)</translation>
    </message>
    <message>
        <source>It waits in the outbox until Proserpina is opened again.</source>
        <translation>次に Proserpina を開くまで、送信トレイで待ちます。</translation>
    </message>
    <message>
        <source>Switches on the background unit: it sends mail and watches folders whenever you are logged in.</source>
        <translation>バックグラウンドのユニットを有効にします。ログインしている間はいつでもメールを送り、フォルダを監視します。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>The environment variable that holds the password.</source>
        <translation>パスワードが入っている環境変数。</translation>
    </message>
    <message>
        <source>Read the password from standard input, one line.</source>
        <translation>パスワードを標準入力から 1 行読みます。</translation>
    </message>
    <message>
        <source>A program that prints the password; started without a shell.</source>
        <translation>パスワードを出力するプログラム。シェルは通しません。</translation>
    </message>
    <message>
        <source>Print one JSON object and nothing else.</source>
        <translation>JSON のオブジェクトを 1 つだけ出力します。</translation>
    </message>
    <message>
        <source>The sender.</source>
        <translation>差出人。</translation>
    </message>
    <message>
        <source>A recipient; may be given several times. Default: the sender.</source>
        <translation>宛先。何度でも指定できます。指定しないときは差出人と同じです。</translation>
    </message>
    <message>
        <source>The subject.</source>
        <translation>件名。</translation>
    </message>
    <message>
        <source>A file to attach; may be given several times.</source>
        <translation>添付ファイル。何度でも指定できます。</translation>
    </message>
    <message>
        <source>--%1 takes %2, not “%3”.</source>
        <translation>--%1 には %2 のどれかを指定してください。「%3」は使えません。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>もしかして: %1</translation>
    </message>
    <message>
        <source>One server at a time: “%1” is one too many.</source>
        <translation>サーバは一度に 1 つです。「%1」が余分です。</translation>
    </message>
    <message>
        <source>“%1” has its own host and port; leave --host and --port out.</source>
        <translation>「%1」のホストとポートは決まっています。--host と --port は指定しないでください。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>--password-stdin: there is no password on standard input.</source>
        <translation>--password-stdin: 標準入力にパスワードがありません。</translation>
    </message>
    <message>
        <source>--auth none goes with no ID and no password.</source>
        <translation>--auth none のときは、ID もパスワードも指定しないでください。</translation>
    </message>
    <message>
        <source>There is a password but no ID: add --id.</source>
        <translation>パスワードはありますが ID がありません。--id を加えてください。</translation>
    </message>
    <message>
        <source>To log in, a password is needed: add --password-env, --password-stdin or --password-command%1.</source>
        <translation>ログインにはパスワードが必要です。--password-env、--password-stdin、--password-command のどれか%1を加えてください。</translation>
    </message>
    <message>
        <source> and --id</source>
        <translation>と --id </translation>
    </message>
    <message>
        <source>Print this.</source>
        <translation>この説明を表示します。</translation>
    </message>
    <message>
        <source>There is no option --%1 here.</source>
        <translation>ここには --%1 というオプションはありません。</translation>
    </message>
    <message>
        <source>--%1 is an option of another command.</source>
        <translation>--%1 は別のコマンドのオプションです。</translation>
    </message>
    <message>
        <source>Did you mean --%1?</source>
        <translation>もしかして: --%1</translation>
    </message>
    <message>
        <source>Who sends? Give --from.</source>
        <translation>差出人はだれですか。--from を指定してください。</translation>
    </message>
    <message>
        <source>Test mail from Proserpina</source>
        <translation>プロセルピナからのテストメール</translation>
    </message>
    <message>
        <source>This mail was sent by Proserpina to try a mail server.
</source>
        <translation>このメールは、メールサーバを試すためにプロセルピナから送りました。
</translation>
    </message>
    <message>
        <source>The server&apos;s reply before TLS</source>
        <translation>サーバの応答 (TLS の前)</translation>
    </message>
    <message>
        <source>The server&apos;s reply, without TLS</source>
        <translation>サーバの応答 (TLS なし)</translation>
    </message>
    <message>
        <source>The server&apos;s reply after TLS</source>
        <translation>サーバの応答 (TLS の後)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>パスワード: </translation>
    </message>
    <message>
        <source>Usage: proserpina-cli %1 [options]</source>
        <translation>使い方: proserpina-cli %1 [オプション]</translation>
    </message>
    <message>
        <source>Standard output cannot be written: %1.</source>
        <translation>標準出力に書き込めません: %1。</translation>
    </message>
    <message>
        <source>“%1” has its own settings; leave --%2 out.</source>
        <translation>「%1」には自分の設定があります。--%2 は付けないでください。</translation>
    </message>
    <message>
        <source>Which server? Give a saved one&apos;s name, --host, or the built-in “practice”.</source>
        <translation>どのサーバですか。保存したサーバの名前か、--host か、内蔵の「practice」を指定してください。</translation>
    </message>
    <message>
        <source>Else give --host and the other options, or the built-in “practice”.</source>
        <translation>それ以外は --host などのオプションか、組み込みの「practice」を指定してください。</translation>
    </message>
    <message>
        <source>There is no server called “%1”.</source>
        <translation>「%1」というサーバはありません。</translation>
    </message>
    <message>
        <source>Its name in the list; for edit: a new one.</source>
        <translation>一覧での名前。edit では新しい名前。</translation>
    </message>
    <message>
        <source>The sender&apos;s mail address; also the ID where no --id is given.</source>
        <translation>発信アドレス。--id がなければ ID にもなります。</translation>
    </message>
    <message>
        <source>Take it into use again.</source>
        <translation>また使えるようにします。</translation>
    </message>
    <message>
        <source>Keep it, but do not send through it.</source>
        <translation>残しておきますが、送信には使いません。</translation>
    </message>
    <message>
        <source>Let the kept password go to the new host, or over less encryption.</source>
        <translation>保存したパスワードを、新しいホストや弱い暗号化でも使います。</translation>
    </message>
    <message>
        <source>Take the password out of the keychain.</source>
        <translation>パスワードをキーチェーンから消します。</translation>
    </message>
    <message>
        <source>Who logs in? Give --id or --address, or --auth none where nobody does.</source>
        <translation>誰がログインしますか。--id か --address を、ログインしない場合は --auth none を指定してください。</translation>
    </message>
    <message>
        <source>Give --%1 or --%2, not both.</source>
        <translation>--%1 と --%2 は、どちらか一方だけ指定してください。</translation>
    </message>
    <message>
        <source>Which server? Give --host, or the --address of a known provider.</source>
        <translation>どのサーバですか。--host か、分かっているプロバイダの --address を指定してください。</translation>
    </message>
    <message>
        <source>--%1 takes a number from 1 to 65535, not “%2”.</source>
        <translation>--%1 には 1 から 65535 までの数を指定してください。「%2」は使えません。</translation>
    </message>
    <message>
        <source>The environment variable that holds the password for POP3; default: the other password.</source>
        <translation>POP3 のパスワードが入っている環境変数。指定しないときはもう一方のパスワード。</translation>
    </message>
    <message>
        <source>--%1 goes with --auth pbs only.</source>
        <translation>--%1 は --auth pbs のときだけ使えます。</translation>
    </message>
    <message>
        <source>--%1 takes the SHA-256 fingerprint of a certificate, 64 hexadecimal digits, not “%2”.</source>
        <translation>--%1 には証明書の SHA-256 フィンガープリント (16 進数 64 桁) を指定します。「%2」は使えません。</translation>
    </message>
    <message>
        <source>--client-key goes with a certificate: add --client-cert.</source>
        <translation>--client-key には証明書が要ります。--client-cert を加えてください。</translation>
    </message>
    <message>
        <source>--proxy takes socks5://HOST:PORT, http://HOST:PORT or none, not “%1”.</source>
        <translation>--proxy には socks5://HOST:PORT、http://HOST:PORT、none のいずれかを指定します。「%1」は使えません。</translation>
    </message>
    <message>
        <source>--proxy: a proxy that wants a password of its own cannot be used; leave ID and password out.</source>
        <translation>--proxy: パスワードを求めるプロキシは使えません。ID とパスワードを外してください。</translation>
    </message>
    <message>
        <source>Give --%1 or --unset %1, not both.</source>
        <translation>--%1 と --unset %1 は、どちらか一方を指定してください。</translation>
    </message>
    <message>
        <source>You can choose to try again with:</source>
        <translation>次のオプションを加えてやり直すこともできます:</translation>
    </message>
    <message>
        <source>You can choose to change this:</source>
        <translation>次のように設定を変えることもできます:</translation>
    </message>
    <message>
        <source>To log in, an access token is needed: add --token-env%1.</source>
        <translation>ログインにはアクセストークンが要ります。--token-env%1 を加えてください。</translation>
    </message>
    <message>
        <source>--token-env goes with --auth oauthbearer or xoauth2.</source>
        <translation>--token-env は --auth oauthbearer か xoauth2 と組み合わせて使います。</translation>
    </message>
    <message>
        <source>--auth external takes no password: the certificate says who logs in. Leave --%1 out.</source>
        <translation>--auth external にパスワードは要りません。だれがログインするかは証明書が示します。--%1 を外してください。</translation>
    </message>
    <message>
        <source>--auth external logs in by a certificate: add --client-cert.</source>
        <translation>--auth external は証明書でログインします。--client-cert を加えてください。</translation>
    </message>
    <message>
        <source>Give one of --password-env, --password-stdin, --password-command and --token-env.</source>
        <translation>--password-env、--password-stdin、--password-command、--token-env は、どれか 1 つを指定してください。</translation>
    </message>
    <message>
        <source>--notify: never goes with nothing else.</source>
        <translation>--notify: never はほかの語と組み合わせられません。</translation>
    </message>
    <message>
        <source>--count takes a number from 1 to %1, not “%2”.</source>
        <translation>--count には 1 から %1 までの数を指定します。「%2」は使えません。</translation>
    </message>
    <message>
        <source>The environment variable that holds an access token, for oauthbearer and xoauth2.</source>
        <translation>アクセストークンの入った環境変数 (oauthbearer と xoauth2 用)。</translation>
    </message>
    <message>
        <source>Where one recipient is refused, send it to nobody.</source>
        <translation>宛先が 1 つでも拒否されたら、だれにも送りません。</translation>
    </message>
    <message>
        <source>Ask for notifications of delivery: success, failure, delay (several with commas) or never.</source>
        <translation>配信の通知を求めます: success、failure、delay (複数ならコンマで区切る)、または never。</translation>
    </message>
    <message>
        <source>Send the mail N times over one connection; up to 10000.</source>
        <translation>1 つの接続でメールを N 回送ります。10000 回まで。</translation>
    </message>
    <message>
        <source>Take back what an option has set (allow-old-tls, pin, proxy, ...); may be given several times.</source>
        <translation>オプションで設定したもの (allow-old-tls、pin、proxy など) を取り消します。何度でも指定できます。</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>次を付けない: %1</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the pinned certificate, and of this one:</source>
        <translation>SHA-256 フィンガープリント (上が固定してある証明書、下が今回の証明書):</translation>
    </message>
    <message>
        <source>“%1” is not UTF-8.</source>
        <translation>「%1」は UTF-8 ではありません。</translation>
    </message>
    <message>
        <source>--%1: “%2” is not UTF-8.</source>
        <translation>--%1: 「%2」は UTF-8 ではありません。</translation>
    </message>
    <message>
        <source>Name the encoding of the text with --body-charset.</source>
        <translation>本文の文字コードは --body-charset で指定してください。</translation>
    </message>
    <message>
        <source>The encoding of --body-file, such as Shift_JIS.</source>
        <translation>--body-file の文字コード。例: Shift_JIS。</translation>
    </message>
    <message>
        <source>--body-charset needs --body-file.</source>
        <translation>--body-charset には --body-file が必要です。</translation>
    </message>
    <message>
        <source>Standard input can give the text or the password, not both.</source>
        <translation>標準入力から読めるのは本文かパスワードのどちらか一方です。</translation>
    </message>
    <message>
        <source>--message-file is a complete message; leave --%1 out.</source>
        <translation>--message-file は完成したメールなので、--%1 は指定できません。</translation>
    </message>
    <message>
        <source>The text: UTF-8, or UTF-16 with a byte order mark; - for standard input.</source>
        <translation>本文のファイル。UTF-8、または BOM 付き UTF-16。- は標準入力。</translation>
    </message>
    <message>
        <source>Send this message. Bcc is left out; what the server cannot take is re-encoded.</source>
        <translation>このメールを送信。Bcc は取り除き、サーバが受け取れない部分は符号化し直します。</translation>
    </message>
    <message>
        <source>If a signed message must be re-encoded, send it without its signature.</source>
        <translation>署名付きメールの符号化し直しが必要なとき、署名を外して送信。</translation>
    </message>
    <message>
        <source>“proserpina-cli server restore” goes back to the list saved on %1 (%2).</source>
        <translation>「proserpina-cli server restore」で、%1 に保存した一覧 (%2) に戻せます。</translation>
    </message>
    <message>
        <source>There is no good copy to go back to. Repair the file, or move it away to begin with an empty list.</source>
        <translation>元に戻せる正常な控えはありません。ファイルを直すか、別の場所に移して空の一覧から始めてください。</translation>
    </message>
    <message>
        <source>The file name %1 is not UTF-8 and cannot be saved with a server.</source>
        <translation>ファイル名 %1 は UTF-8 ではないため、サーバとともに保存できません。</translation>
    </message>
    <message>
        <source>--%1: what was given is not UTF-8.</source>
        <translation>--%1: 指定された値が UTF-8 ではありません。</translation>
    </message>
    <message>
        <source>--%1: there is no such environment variable, or it is empty. Give the name of a variable that holds it, not the password or the token itself.</source>
        <translation>--%1: その環境変数がないか、空です。パスワードやトークンそのものではなく、それを入れた変数の名前を指定してください。</translation>
    </message>
    <message>
        <source>--%1 takes a number of seconds from %2 to %3, not “%4”.</source>
        <translation>--%1 には %2 から %3 までの秒数を指定してください。「%4」は使えません。</translation>
    </message>
    <message>
        <source>--%1 says %2, and --%3 says something else. Leave one of them out.</source>
        <translation>--%1 には %2 とあり、--%3 の指定と食い違っています。どちらかを省いてください。</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>ポート %1</translation>
    </message>
    <message>
        <source>--%1: spaces or invisible characters were left out; what is used is “%2”.</source>
        <translation>--%1: 空白や目に見えない文字を取り除き、「%2」として使います。</translation>
    </message>
    <message>
        <source>Options for reaching a server (check, reply, test, server add, server edit):</source>
        <translation>サーバに接続するためのオプション (check、reply、test、server add、server edit):</translation>
    </message>
    <message>
        <source>Options for logging in (not for reply):</source>
        <translation>ログインのためのオプション (reply では使えません):</translation>
    </message>
    <message>
        <source>Options for reaching a server and logging in: proserpina-cli help connection</source>
        <translation>接続とログインのオプション: proserpina-cli help connection</translation>
    </message>
    <message>
        <source>Options for reaching a server: proserpina-cli help connection</source>
        <translation>接続のオプション: proserpina-cli help connection</translation>
    </message>
    <message>
        <source>%1 If that is right, add --keep-password; else give another or add --forget-password.</source>
        <translation>%1それでよければ --keep-password を付け、違えば別のパスワードを指定するか --forget-password を付けてください。</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not “%4”.</source>
        <translation>--%1 には %2 から %3 までの数を指定します (“%4” は使えません)。</translation>
    </message>
    <message>
        <source>Who gets it? Give --to.</source>
        <translation>宛先がありません。--to で指定してください。</translation>
    </message>
    <message>
        <source>What shall it say? Give --body-file (- for standard input) or --message-file.</source>
        <translation>本文がありません。--body-file (標準入力は -) か --message-file で指定してください。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか %2 件</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(件名なし)</translation>
    </message>
    <message>
        <source>%1: %2, to %3: %4</source>
        <translation>%1: %2、宛先 %3: %4</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバ</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>次の試行</translation>
    </message>
    <message>
        <source>Last reply</source>
        <translation>最後の応答</translation>
    </message>
    <message>
        <source>The sender, by address or name, one of identity list; default: the default one.</source>
        <translation>差出人のアドレスか名前 (identity list にあるもの)。省略すると既定の差出人。</translation>
    </message>
    <message>
        <source>A recipient; may be given several times.</source>
        <translation>宛先。何度でも指定できます。</translation>
    </message>
    <message>
        <source>A further recipient, in Cc; may be given several times.</source>
        <translation>Cc の宛先。何度でも指定できます。</translation>
    </message>
    <message>
        <source>One whom the others do not see; the same.</source>
        <translation>ほかの人に見えない宛先。同じく何度でも指定できます。</translation>
    </message>
    <message>
        <source>Not before then: 2026-12-01T08:00, or 08:00, the next time that comes.</source>
        <translation>この時刻まで送りません: 2026-12-01T08:00、または 08:00 (次に来るその時刻)。</translation>
    </message>
    <message>
        <source>Wait until it is sent, or needs you; with --wait=N at most so long.</source>
        <translation>送信されるか対応が必要になるまで待ちます。--wait=N で最長の秒数を指定します。</translation>
    </message>
    <message>
        <source>Only keep it, even where nobody sends it now.</source>
        <translation>今は誰も送らない場合でも、保存するだけにします。</translation>
    </message>
    <message>
        <source>For edit: who gets it in place of those who have not.</source>
        <translation>edit 用: まだ届いていない宛先の代わりの宛先。</translation>
    </message>
    <message>
        <source>For resolve: the mail has arrived.</source>
        <translation>resolve 用: メールは届いていました。</translation>
    </message>
    <message>
        <source>For resolve: it has not; send it again.</source>
        <translation>resolve 用: 届いていないので、もう一度送ります。</translation>
    </message>
    <message>
        <source>The person&apos;s name, as From shows it.</source>
        <translation>From に表示される名前。</translation>
    </message>
    <message>
        <source>For edit: another address.</source>
        <translation>edit 用: 別のアドレス。</translation>
    </message>
    <message>
        <source>The saved server that its mail goes through.</source>
        <translation>送信に使う保存済みのサーバ。</translation>
    </message>
    <message>
        <source>Where answers shall go.</source>
        <translation>返信先のアドレス。</translation>
    </message>
    <message>
        <source>The organisation, for the header.</source>
        <translation>ヘッダに書く組織名。</translation>
    </message>
    <message>
        <source>What stands below each text.</source>
        <translation>本文の下に付ける署名。</translation>
    </message>
    <message>
        <source>For keep: how long sent mails stay in the list.</source>
        <translation>keep 用: 送信済みのメールを一覧に残す日数。</translation>
    </message>
    <message>
        <source>For keep: whether the text of sent mails stays too.</source>
        <translation>keep 用: 送信済みのメールの本文も残すかどうか。</translation>
    </message>
    <message>
        <source>For edit: the same, in Cc.</source>
        <translation>edit 用: 同じく、Cc に。</translation>
    </message>
    <message>
        <source>For edit: the same, whom the others do not see.</source>
        <translation>edit 用: 同じく、ほかの人に見えない宛先。</translation>
    </message>
    <message>
        <source>For pause and resume: this server&apos;s mail only.</source>
        <translation>pause と resume 用: このサーバのメールだけ。</translation>
    </message>
    <message>
        <source>The folder to watch.</source>
        <translation>監視するフォルダ。</translation>
    </message>
    <message>
        <source>Which files, such as &apos;*.pdf&apos;; may be given several times. Default: all.</source>
        <translation>対象のファイル (&apos;*.pdf&apos; など)。何度でも指定できます。省略時はすべて。</translation>
    </message>
    <message>
        <source>Those in folders inside it, too.</source>
        <translation>中のフォルダにあるファイルも対象にします。</translation>
    </message>
    <message>
        <source>For edit: only those directly in it.</source>
        <translation>edit 用: 直下のファイルだけを対象にします。</translation>
    </message>
    <message>
        <source>Others may write to that folder, and what they put there is mailed in your name.</source>
        <translation>他のユーザーも書き込めるフォルダを使います。他のユーザーが入れたファイルもあなたの名前で送られます。</translation>
    </message>
    <message>
        <source>The subject; {file}, {name}, {date}, {time}, {size}, {count} and {folder} are filled in. Default: {file}</source>
        <translation>件名。{file}、{name}、{date}、{time}、{size}、{count}、{folder} は置き換えられます。省略時は {file}</translation>
    </message>
    <message>
        <source>The text, filled in like the subject (- for standard input).</source>
        <translation>本文のファイル (- は標準入力)。件名と同じように置き換えられます。</translation>
    </message>
    <message>
        <source>Several files in one mail, up to that size; 0: one mail per file.</source>
        <translation>この大きさまで複数のファイルを 1 通にまとめます。0 なら 1 ファイル 1 通。</translation>
    </message>
    <message>
        <source>How long a file must have been left alone; default: 3.</source>
        <translation>ファイルが変わらなくなってから待つ秒数。省略時は 3。</translation>
    </message>
    <message>
        <source>What happens to a file that was sent: it goes to sent/ in the folder, is deleted, or stays.</source>
        <translation>送信したファイルの扱い: フォルダ内の sent/ に移す (sent)、削除する (delete)、そのまま残す (leave)。</translation>
    </message>
    <message>
        <source>At most so many mails a minute; 0: no limit.</source>
        <translation>1 分間に送るメールの上限。0 なら無制限。</translation>
    </message>
    <message>
        <source>Ask first where more files come within a minute; 0: never.</source>
        <translation>1 分間にこれより多くのファイルが来たら、送る前に確認します。0 なら確認しません。</translation>
    </message>
    <message>
        <source>The same, for their size.</source>
        <translation>同じことを合計サイズで指定します。</translation>
    </message>
    <message>
        <source>Temporary files besides the usual ones; may be given several times.</source>
        <translation>通常のもの以外に一時ファイルとみなす名前。何度でも指定できます。</translation>
    </message>
    <message>
        <source>For edit: take the rule into use again.</source>
        <translation>edit 用: ルールを再び有効にします。</translation>
    </message>
    <message>
        <source>For edit: keep it, but watch nothing.</source>
        <translation>edit 用: ルールを残したまま無効にします。</translation>
    </message>
    <message>
        <source>--%1 takes a number from 0 on, not “%2”.</source>
        <translation>--%1 には 0 以上の数を指定します。「%2」は使えません。</translation>
    </message>
    <message>
        <source>There is no sender yet. Saving a server with an address makes one.</source>
        <translation>差出人はまだありません。アドレスのあるサーバを保存すると作られます。</translation>
    </message>
    <message>
        <source>No sender has the address or name “%1”.</source>
        <translation>「%1」というアドレスまたは名前の差出人はありません。</translation>
    </message>
    <message>
        <source>Several senders are called “%1”; give name and address: &quot;Name &lt;address&gt;&quot;.</source>
        <translation>「%1」という差出人が複数あります。&quot;名前 &lt;アドレス&gt;&quot; の形で指定してください。</translation>
    </message>
    <message>
        <source>What becomes of the files that lie there already, when a rule is made or looks elsewhere; default: leave.</source>
        <translation>ルールの作成や対象の変更のとき、すでにあるファイルの扱い。省略時は leave (送らない)。</translation>
    </message>
</context>
<context>
    <name>cli::Application</name>
    <message>
        <source>The command comes first: %1.</source>
        <translation>最初にコマンドを書いてください: %1。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>「%1」というコマンドはありません。</translation>
    </message>
    <message>
        <source>There is no help on “%1”.</source>
        <translation>「%1」の説明はありません。</translation>
    </message>
    <message>
        <source>proserpina-cli: set up the sending of mail, see what the server really answers.

  proserpina-cli check     connect, encrypt, log in; send nothing
  proserpina-cli reply     the server&apos;s EHLO reply, before and after TLS
  proserpina-cli test      send a test mail and show every step
  proserpina-cli server    the saved servers: list, show, add, edit, remove,
                           restore
  proserpina-cli send      put a mail into the outbox, which sends it
  proserpina-cli outbox    the mail that waits: list, show, stop, retry, ...
  proserpina-cli identity  who mail is from, and through which server it goes
  proserpina-cli autosend  files put into a folder are mailed by themselves
  proserpina-cli background
                           send what waits, watch folders, until it is ended
  proserpina-cli preset    what is known of a mail provider
  proserpina-cli explain   what a reply or an error of any mail program means
  proserpina-cli causes    every cause an attempt may end with
  proserpina-cli practice  run a mail server on this computer to try things out

To begin without a server of your own:

  proserpina-cli check practice
  proserpina-cli test practice

With one:

  proserpina-cli check --host smtp.example.org --security smtps \
      --id taro@example.org --password-stdin

Each command explains its options: proserpina-cli check --help; the options for
reaching a server and logging in: proserpina-cli help connection.
Exit codes: 0 accepted, 64 wrong usage, 65 message or input, 67 recipients,
68 unknown host, 69 connection or TLS, 74 unknown whether it arrived,
75 try again later, 76 protocol, 77 login, 130 cancelled.
</source>
        <translation>proserpina-cli: メール送信の設定を試し、サーバの実際の応答を見ます。

  proserpina-cli check     接続、暗号化、ログインまで試し、何も送りません
  proserpina-cli reply     TLS の前と後の EHLO の応答を表示します
  proserpina-cli test      テストメールを送り、すべての手順を表示します
  proserpina-cli server    保存したサーバの一覧、表示、追加、編集、削除、復元
  proserpina-cli send      メールを送信トレイに入れて送ります
  proserpina-cli outbox    待っているメールの一覧、表示、中止、再送など
  proserpina-cli identity  差出人と、その送信に使うサーバ
  proserpina-cli autosend  フォルダに入れたファイルを自動的にメールで送ります
  proserpina-cli background
                           終了されるまで送信とフォルダの監視を続けます
  proserpina-cli preset    メールプロバイダについて分かっていること
  proserpina-cli explain   応答やエラー（どのメールソフトでも）の意味
  proserpina-cli causes    うまくいかない原因の一覧
  proserpina-cli practice  このコンピュータで練習用のメールサーバを動かします

まずは自分のサーバなしで:

  proserpina-cli check practice
  proserpina-cli test practice

自分のサーバで:

  proserpina-cli check --host smtp.example.org --security smtps \
      --id taro@example.org --password-stdin

各コマンドのオプションの説明: proserpina-cli check --help
接続とログインのオプションの説明: proserpina-cli help connection
終了コード: 0 受け付け、64 使い方の誤り、65 メールや入力の問題、67 宛先、
68 ホスト名が不明、69 接続や TLS、74 届いたか不明、75 後でもう一度、
76 プロトコル、77 ログイン、130 中止。
</translation>
    </message>
</context>
<context>
    <name>cli::AttemptCommand</name>
    <message>
        <source>The practice server cannot start: %1.</source>
        <translation>練習用サーバを起動できません: %1。</translation>
    </message>
    <message>
        <source>%1:%2, %3</source>
        <translation>%1:%2、%3</translation>
    </message>
    <message>
        <source>A saved server&apos;s name, or the built-in practice server: practice.</source>
        <translation>保存したサーバの名前、または practice (練習用)。</translation>
    </message>
    <message>
        <source>%1 Give the one for this login.</source>
        <translation>%1このログインに使うものを指定してください。</translation>
    </message>
    <message>
        <source>Connects, reads the server&apos;s reply, logs in, and sends nothing.</source>
        <translation>接続し、サーバの応答を読み、ログインします。何も送りません。</translation>
    </message>
    <message>
        <source>Prints the server&apos;s EHLO reply before and after TLS, each keyword explained, without logging in.</source>
        <translation>TLS の前と後の EHLO の応答を、キーワードごとの説明とともに表示します。ログインはしません。</translation>
    </message>
    <message>
        <source>Sends a test mail and shows every step.</source>
        <translation>テストメールを送り、すべての手順を表示します。</translation>
    </message>
    <message>
        <source>%1 is switched off: nothing is sent through it.</source>
        <translation>%1 は無効になっているため、送信には使われません。</translation>
    </message>
    <message>
        <source>“proserpina-cli server edit NAME --enable” switches it on.</source>
        <translation>「proserpina-cli server edit 名前 --enable」で有効にできます。</translation>
    </message>
</context>
<context>
    <name>cli::AutosendCommand</name>
    <message>
        <source>Files put into a folder are mailed by themselves. autosend list; autosend add --folder F --to A; autosend edit RULE with what is to change; autosend remove RULE; autosend pause RULE; autosend resume RULE, also where many files wait for your word; autosend dry-run RULE, which files would go and why others would not; autosend run watches and sends until it is stopped; autosend history. RULE is its number in the list, or its folder.</source>
        <translation>フォルダに入れたファイルを自動的にメールで送ります。autosend list: 一覧、autosend add --folder F --to A: 追加、autosend edit RULE: 指定した項目を変更、autosend remove RULE: 削除、autosend pause RULE: 一時停止、autosend resume RULE: 再開 (多数のファイルが確認を待っているときも)、autosend dry-run RULE: どのファイルが送られ、他がなぜ送られないか、autosend run: 止めるまで監視して送信、autosend history: 履歴。RULE は一覧の番号かフォルダです。</translation>
    </message>
    <message>
        <source>Say what: autosend list, for instance.</source>
        <translation>何をするか指定してください (例: autosend list)。</translation>
    </message>
    <message>
        <source>autosend does not know “%1”.</source>
        <translation>autosend に「%1」はありません。</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>「%1」は余分です。</translation>
    </message>
    <message>
        <source>Which rule? autosend %1 takes its number or folder; see autosend list.</source>
        <translation>どのルールですか。autosend %1 には番号かフォルダを指定します。autosend list で確認できます。</translation>
    </message>
    <message>
        <source>There is no rule “%1”. See autosend list.</source>
        <translation>ルール「%1」はありません。autosend list で確認できます。</translation>
    </message>
    <message>
        <source>Several rules watch %1; give the number of one.</source>
        <translation>%1 を監視するルールが複数あります。番号で指定してください。</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>無効になっています。</translation>
    </message>
    <message>
        <source>It is paused.</source>
        <translation>一時停止中です。</translation>
    </message>
    <message>
        <source>%1 files (%2) came at once and wait for your word: autosend resume sends them.</source>
        <translation>%1 個のファイル (%2) が一度に来たため、確認を待っています。autosend resume で送信します。</translation>
    </message>
    <message>
        <source>Nobody watches it until the window is opened, the background unit is switched on, or proserpina-cli autosend run is called.</source>
        <translation>ウィンドウを開くか、バックグラウンドのユニットを有効にするか、proserpina-cli autosend run を実行するまで、監視されません。</translation>
    </message>
    <message>
        <source>%1: %2: %3, from %4 to %5</source>
        <translation>%1: %2: %3、%4 から %5 へ</translation>
    </message>
    <message>
        <source>sent %1, on their way %2, failed %3, waiting %4</source>
        <translation>送信済み %1、送信中 %2、失敗 %3、待機中 %4</translation>
    </message>
    <message>
        <source>There is no rule yet: autosend add --folder F --to A.</source>
        <translation>ルールはまだありません: autosend add --folder F --to A</translation>
    </message>
    <message>
        <source>To use it all the same: --shared-folder.</source>
        <translation>それでも使うには --shared-folder を指定します。</translation>
    </message>
    <message>
        <source>Saved the rule for %1.</source>
        <translation>%1 のルールを保存しました。</translation>
    </message>
    <message>
        <source>Removed. Files that are on their way still arrive.</source>
        <translation>削除しました。送信中のファイルはそのまま送られます。</translation>
    </message>
    <message>
        <source>Nothing is taken from %1 until autosend resume.</source>
        <translation>autosend resume まで %1 のファイルは送りません。</translation>
    </message>
    <message>
        <source>Files of %1 are mailed again.</source>
        <translation>%1 のファイルの送信を再開しました。</translation>
    </message>
    <message>
        <source>would go to %1</source>
        <translation>%1 へ送られます</translation>
    </message>
    <message numerus="yes">
        <source>%n files would be mailed from %1.</source>
        <translation>
            <numerusform>%1 から %n 個のファイルが送られます。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1: %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>Saved the rule for %1. %n files lie there already; they stay as they are. To mail them after all: autosend edit RULE --existing send.</source>
        <translation>
            <numerusform>%1 のルールを保存しました。すでにある %n 個のファイルはそのまま残します。送るには: autosend edit RULE --existing send</numerusform>
        </translation>
    </message>
    <message>
        <source>No file has been mailed yet.</source>
        <translation>まだ何も送っていません。</translation>
    </message>
</context>
<context>
    <name>cli::BackgroundCommand</name>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>「%1」が余分です。</translation>
    </message>
    <message>
        <source>Send the outbox&apos;s mail whenever it can go, and mail what is put into watched folders, until this program is ended. The systemd user unit proserpina.service runs it: systemctl --user enable --now proserpina.service.</source>
        <translation>このプログラムを終了するまで、送信トレイのメールを送れるときに送り、監視中のフォルダに入れられたファイルもメールで送ります。systemd のユーザーユニット proserpina.service が実行します: systemctl --user enable --now proserpina.service</translation>
    </message>
</context>
<context>
    <name>cli::CausesCommand</name>
    <message>
        <source>Every cause an attempt may end with: what is said, whose it is, when to try again, the exit code, what can be clicked.</source>
        <translation>試した結果の原因をすべて一覧にします。表示される文、どこに原因があるか、いつ再試行すべきか、終了コード、できる操作が分かります。</translation>
    </message>
    <message>
        <source>Print one JSON object and nothing else.</source>
        <translation>JSON のオブジェクトを 1 つだけ出力します。</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>「%1」が余分です。</translation>
    </message>
</context>
<context>
    <name>cli::ExplainCommand</name>
    <message>
        <source>What a server&apos;s reply or the error of any mail program means, and what helps. TEXT is a reply, an error or log lines; - reads them from standard input. Nothing is stored or sent.</source>
        <translation>サーバの応答や、どのメールソフトのエラーでも、その意味と対処を示します。TEXT は応答、エラー、ログの行です。- なら標準入力から読みます。何も保存も送信もしません。</translation>
    </message>
    <message>
        <source>When it was said: %1.</source>
        <translation>言われた段階: %1。</translation>
    </message>
    <message>
        <source>The server that said it.</source>
        <translation>言ったサーバ。</translation>
    </message>
    <message>
        <source>Show what in the text speaks for which cause.</source>
        <translation>文のどこがどの原因を示すかを表示します。</translation>
    </message>
    <message>
        <source>Print one JSON object and nothing else.</source>
        <translation>JSON オブジェクトを 1 つだけ出力します。</translation>
    </message>
    <message>
        <source>There is no stage “%1”; there are: %2.</source>
        <translation>段階「%1」はありません。次のものがあります: %2。</translation>
    </message>
    <message>
        <source>Give the text to explain, or - to read it from standard input.</source>
        <translation>説明する文を指定するか、- で標準入力から読ませてください。</translation>
    </message>
</context>
<context>
    <name>cli::IdentityCommand</name>
    <message>
        <source>Who mail is from, and through which server it goes. identity list; identity add ADDRESS --server NAME; identity edit ADDRESS with what is to change; identity remove ADDRESS; identity default ADDRESS.</source>
        <translation>差出人と、その送信に使うサーバ。identity list、identity add ADDRESS --server NAME、identity edit ADDRESS と変える項目、identity remove ADDRESS、identity default ADDRESS。</translation>
    </message>
    <message>
        <source>Say what: identity list, for instance.</source>
        <translation>何をするかを指定してください。例: identity list</translation>
    </message>
    <message>
        <source>identity does not know “%1”.</source>
        <translation>identity に「%1」はありません。</translation>
    </message>
    <message>
        <source>Say identity list, or identity %1 ADDRESS.</source>
        <translation>identity list、または identity %1 ADDRESS と指定してください。</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>削除しました。</translation>
    </message>
    <message>
        <source>No sender has the address or name “%1”.</source>
        <translation>「%1」というアドレスまたは名前の差出人はありません。</translation>
    </message>
    <message>
        <source>Several senders are called “%1”; give name and address: &quot;Name &lt;address&gt;&quot;.</source>
        <translation>「%1」に当てはまる差出人が複数あります。&quot;名前 &lt;アドレス&gt;&quot; の形で指定してください。</translation>
    </message>
    <message>
        <source>There is no saved server named “%1”.</source>
        <translation>「%1」という名前の保存済みのサーバはありません。</translation>
    </message>
    <message>
        <source>There is no sender yet. Saving a server with an address makes one.</source>
        <translation>差出人はまだありません。アドレスのあるサーバを保存すると作られます。</translation>
    </message>
    <message>
        <source>%1, through %2 (default)</source>
        <translation>%1、%2 経由 (既定)</translation>
    </message>
    <message>
        <source>%1, through %2</source>
        <translation>%1、%2 経由</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
</context>
<context>
    <name>cli::OutboxCommand</name>
    <message>
        <source>Say what: outbox list, for instance.</source>
        <translation>何をするかを指定してください。例: outbox list</translation>
    </message>
    <message>
        <source>outbox does not know “%1”.</source>
        <translation>outbox に「%1」はありません。</translation>
    </message>
    <message>
        <source>“%1” is not the number of a mail. See outbox list.</source>
        <translation>「%1」はメールの番号ではありません。outbox list を参照してください。</translation>
    </message>
    <message>
        <source>Which mail? outbox %1 takes its number; see outbox list.</source>
        <translation>どのメールですか。outbox %1 には番号を指定します。outbox list を参照してください。</translation>
    </message>
    <message>
        <source>outbox %1 takes no number.</source>
        <translation>outbox %1 に番号は指定できません。</translation>
    </message>
    <message>
        <source>Nothing is sent until outbox resume.</source>
        <translation>outbox resume を実行するまで何も送りません。</translation>
    </message>
    <message>
        <source>The outbox is sending again.</source>
        <translation>送信トレイの送信を再開しました。</translation>
    </message>
    <message>
        <source>The outbox is empty.</source>
        <translation>送信トレイは空です。</translation>
    </message>
    <message>
        <source>There is no mail %1 in the outbox.</source>
        <translation>送信トレイにメール %1 はありません。</translation>
    </message>
    <message>
        <source>Say either --arrived or --again.</source>
        <translation>--arrived か --again のどちらかを指定してください。</translation>
    </message>
    <message>
        <source>To whom? Give --to.</source>
        <translation>宛先がありません。--to で指定してください。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完了しました。</translation>
    </message>
    <message>
        <source>--days takes a number of days, not “%1”.</source>
        <translation>--days には日数を指定します (“%1” は使えません)。</translation>
    </message>
    <message>
        <source>Sent mails stay for %1 days, with their text.</source>
        <translation>送信済みのメールを本文とともに %1 日間残します。</translation>
    </message>
    <message>
        <source>Sent mails stay in the list for %1 days, without their text.</source>
        <translation>送信済みのメールを本文なしで %1 日間一覧に残します。</translation>
    </message>
    <message>
        <source>The mail that waits. outbox list; outbox show ID; outbox send-now ID ... whatever it waits for; outbox stop ID ...; outbox retry ID ... what failed or was stopped; outbox edit ID --to A --cc B --bcc C other recipients for those who have not got it; outbox delete ID ...; outbox resolve ID --arrived or --again, where nobody knows whether a mail was sent; outbox pause and outbox resume, everything or --server NAME; outbox keep --days N --copies yes|no, what stays of sent mail; outbox run sends what can go now and ends.</source>
        <translation>待っているメール。outbox list、outbox show ID、outbox send-now ID ... (何を待っていてもすぐに送ります)、outbox stop ID ...、outbox retry ID ... (失敗または中止したもの)、outbox edit ID --to A --cc B --bcc C (まだ届いていない宛先の変更)、outbox delete ID ...、outbox resolve ID --arrived または --again (送信されたか不明なもの)、outbox pause と outbox resume (全体、または --server NAME)、outbox keep --days N --copies yes|no (送信済みのメールの残し方)、outbox run (今送れるものを送って終了します)。</translation>
    </message>
    <message>
        <source>No server is called “%1”.</source>
        <translation>「%1」という名前のサーバはありません。</translation>
    </message>
    <message>
        <source>Nothing is sent through %1 until outbox resume.</source>
        <translation>outbox resume まで、%1 からは何も送られません。</translation>
    </message>
    <message>
        <source>Mail goes through %1 again.</source>
        <translation>%1 からの送信を再開しました。</translation>
    </message>
</context>
<context>
    <name>cli::PracticeCommand</name>
    <message>
        <source>Runs a mail server on this computer, to try things out. It delivers nowhere.</source>
        <translation>このコンピュータで練習用のメールサーバを動かします。メールはどこにも配達しません。</translation>
    </message>
    <message>
        <source>The port for STARTTLS; default: any free one.</source>
        <translation>STARTTLS のポート。指定しないときは空いているポート。</translation>
    </message>
    <message>
        <source>Go wrong in one of the ways below.</source>
        <translation>下の一覧から選んだ不具合を起こします。</translation>
    </message>
    <message>
        <source>Check the practice server, show its reply, send it a test mail, and end.</source>
        <translation>練習用サーバを確認し、応答を表示し、テストメールを送って終わります。</translation>
    </message>
    <message>
        <source>Faults:</source>
        <translation>不具合の一覧:</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>「%1」が余分です。</translation>
    </message>
    <message>
        <source>--port takes a number from 1 to 65535, not “%1”.</source>
        <translation>--port には 1 から 65535 までの数を指定してください。「%1」は使えません。</translation>
    </message>
    <message>
        <source>The practice server cannot start: %1.</source>
        <translation>練習用サーバを起動できません: %1。</translation>
    </message>
    <message>
        <source>The practice server runs until Ctrl+C. It delivers nowhere.</source>
        <translation>練習用サーバは Ctrl+C を押すまで動きます。メールはどこにも配達しません。</translation>
    </message>
    <message>
        <source>STARTTLS  127.0.0.1:%1</source>
        <translation>STARTTLS   127.0.0.1:%1</translation>
    </message>
    <message>
        <source>SMTPs     127.0.0.1:%1</source>
        <translation>SMTPs      127.0.0.1:%1</translation>
    </message>
    <message>
        <source>CA file   %1</source>
        <translation>CA証明書   %1</translation>
    </message>
    <message>
        <source>ID        %1</source>
        <translation>ID         %1</translation>
    </message>
    <message>
        <source>Password  %1</source>
        <translation>パスワード %1</translation>
    </message>
    <message>
        <source>mail from %1 to %2, %3 octets</source>
        <translation>メール: %1 から %2 へ、%3 バイト</translation>
    </message>
    <message>
        <source>There is no fault called “%1”.</source>
        <translation>「%1」という不具合はありません。</translation>
    </message>
    <message>
        <source>--help lists them.</source>
        <translation>--help で一覧を表示します。</translation>
    </message>
    <message>
        <source>1. Check the practice server: connect, encrypt, log in, send nothing</source>
        <translation>1. 練習用サーバの確認: 接続、暗号化、ログインまで。何も送りません</translation>
    </message>
    <message>
        <source>2. Its EHLO reply before and after TLS</source>
        <translation>2. TLS の前と後の EHLO の応答</translation>
    </message>
    <message>
        <source>3. Send a test mail</source>
        <translation>3. テストメールの送信</translation>
    </message>
    <message>
        <source>Test mail from Proserpina</source>
        <translation>プロセルピナからのテストメール</translation>
    </message>
    <message>
        <source>This mail was sent by Proserpina to try a mail server.
</source>
        <translation>このメールは、メールサーバを試すためにプロセルピナから送りました。
</translation>
    </message>
    <message>
        <source>POP3      127.0.0.1:%1 (STLS)</source>
        <translation>POP3      127.0.0.1:%1 (STLS)</translation>
    </message>
    <message>
        <source>POP3S     127.0.0.1:%1</source>
        <translation>POP3S     127.0.0.1:%1</translation>
    </message>
</context>
<context>
    <name>cli::PresetCommand</name>
    <message>
        <source>Print one JSON object and nothing else.</source>
        <translation>JSON のオブジェクトを 1 つだけ出力します。</translation>
    </message>
    <message>
        <source>Nothing is known of “%1”. Ask the provider for host, port and encryption, and try them with check.</source>
        <translation>「%1」については何も分かりません。ホスト名、ポート、暗号化をプロバイダに尋ね、check で試してください。</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>hosting</source>
        <translation>ホスティング</translation>
    </message>
    <message>
        <source>Host %1</source>
        <translation>ホスト名 %1</translation>
    </message>
    <message>
        <source>ID   %1</source>
        <translation>ID       %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出典: %1</translation>
    </message>
    <message>
        <source>What is known of a mail provider: preset ADDRESS, preset DOMAIN, preset HOST, or preset list. Works without network.</source>
        <translation>メールプロバイダについて分かっていること: preset アドレス、preset ドメイン、preset ホスト名、preset list (一覧)。ネットワークなしで使えます。</translation>
    </message>
    <message>
        <source>Say preset and one address, one domain, one host, or list.</source>
        <translation>preset の後にアドレス、ドメイン、ホスト名、list のどれか 1 つを指定してください。</translation>
    </message>
</context>
<context>
    <name>cli::SendCommand</name>
    <message>
        <source>Mail of the outbox goes through saved servers only, since it may be sent later, by another program. Save this one with proserpina-cli server add.</source>
        <translation>送信トレイのメールは、後でほかのプログラムが送ることもあるため、保存済みのサーバからだけ送られます。proserpina-cli server add で保存してください。</translation>
    </message>
    <message>
        <source>A token from the environment is gone when the mail is sent later. Give the saved server a --password-command that prints one.</source>
        <translation>環境変数のトークンは、後で送るときにはありません。保存済みのサーバに、トークンを出力する --password-command を設定してください。</translation>
    </message>
    <message>
        <source>Each send puts one mail into the outbox. To send a mail many times: proserpina-cli test --count.</source>
        <translation>send は 1 通ずつ送信トレイに入れます。同じメールを何通も送るには proserpina-cli test --count を使ってください。</translation>
    </message>
    <message>
        <source>Put a mail into the outbox. It is sent through the server of its sender (see identity list): by the window or the background unit where one runs, else by this command before it ends. What a server puts off stays in the outbox and is tried again. Exit code 0: the mail is kept safely.</source>
        <translation>メールを送信トレイに入れます。差出人のサーバ (identity list を参照) から、ウィンドウかバックグラウンドのユニットが動いていればそれが、なければこのコマンドが終了前に送ります。サーバが保留したものは送信トレイに残り、再び試されます。終了コード 0 は、メールが安全に保存されたことを表します。</translation>
    </message>
    <message>
        <source>Mail of the outbox goes through saved servers only. To try out a mail with the practice server: proserpina-cli test practice.</source>
        <translation>送信トレイのメールは保存済みのサーバからだけ送られます。練習用サーバでメールを試すには: proserpina-cli test practice</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>「%1」が余分です。</translation>
    </message>
    <message>
        <source>--wait takes a number of seconds, not “%1”.</source>
        <translation>--wait には秒数を指定します (“%1” は使えません)。</translation>
    </message>
    <message>
        <source>There is no sender yet. Save a server with an address first: proserpina-cli server add.</source>
        <translation>差出人がまだありません。先にアドレスのあるサーバを保存してください: proserpina-cli server add</translation>
    </message>
    <message>
        <source>No sender has the address or name “%1”. See proserpina-cli identity list.</source>
        <translation>「%1」というアドレスまたは名前の差出人はありません。proserpina-cli identity list を参照してください。</translation>
    </message>
    <message>
        <source>Several senders are called “%1”; give name and address: &quot;Name &lt;address&gt;&quot;.</source>
        <translation>「%1」に当てはまる差出人が複数あります。&quot;名前 &lt;アドレス&gt;&quot; の形で指定してください。</translation>
    </message>
    <message>
        <source>--at takes a time such as 2026-12-01T08:00 or 08:00, not “%1”.</source>
        <translation>--at には 2026-12-01T08:00 や 08:00 のような時刻を指定します (“%1” は使えません)。</translation>
    </message>
    <message>
        <source>Mail %1 was accepted, and is not in the outbox any more.</source>
        <translation>メール %1 は受け付けましたが、もう送信トレイにありません。</translation>
    </message>
    <message>
        <source>The window sends it.</source>
        <translation>ウィンドウが送信します。</translation>
    </message>
    <message>
        <source>The background unit sends it.</source>
        <translation>バックグラウンドのユニットが送信します。</translation>
    </message>
    <message>
        <source>Nobody sends it until the window is opened, the background unit is switched on, or proserpina-cli outbox run is called.</source>
        <translation>ウィンドウを開くか、バックグラウンドのユニットを有効にするか、proserpina-cli outbox run を実行するまで送信されません。</translation>
    </message>
</context>
<context>
    <name>cli::ServerCommand</name>
    <message>
        <source>There is no saved server.</source>
        <translation>保存したサーバはありません。</translation>
    </message>
    <message>
        <source>%1: %2, port %3, %4</source>
        <translation>%1: %2、ポート %3、%4</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message>
        <source>One server at a time: “%1” is one too many.</source>
        <translation>サーバは一度に 1 つです。「%1」が余分です。</translation>
    </message>
    <message>
        <source>--%1 goes with server add and server edit only.</source>
        <translation>--%1 は server add と server edit でだけ使えます。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Password from</source>
        <translation>パスワードの取得元</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>no</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Saved %1, but not its password: the system&apos;s keychain did not take it. Unlock the keychain, or give a --password-command.</source>
        <translation>%1 を保存しましたが、パスワードは保存できませんでした。システムのキーチェーンが受け付けません。キーチェーンのロックを解くか、--password-command を指定してください。</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>The saved servers, the window&apos;s too. server list; server show NAME; server add [NAME] --host H ...; server edit NAME with what is to change; server remove NAME; server restore goes back to the last good list where the file of the servers is damaged. A password goes into the system&apos;s keychain; with --password-command it is asked of that program each time.</source>
        <translation>保存したサーバ (ウィンドウと共通): server list (一覧)、server show 名前 (表示)、server add [名前] --host H ... (追加)、server edit 名前 と変えたいオプション (編集)、server remove 名前 (削除)、server restore (サーバのファイルが壊れたときに最後の正常な一覧に戻す)。パスワードはシステムのキーチェーンに入ります。--password-command では毎回そのプログラムに尋ねます。</translation>
    </message>
    <message>
        <source>Say server list, server show NAME, server add [NAME] --host H, server edit NAME, server remove NAME or server restore.</source>
        <translation>server list、server show 名前、server add [名前] --host H、server edit 名前、server remove 名前、server restore のどれかを指定してください。</translation>
    </message>
    <message>
        <source>Restored the list saved on %1 (%2).</source>
        <translation>%1 に保存した一覧 (%2) に戻しました。</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>壊れたファイルは %1 として残してあります。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>cli::WaitingLine</name>
    <message>
        <source>Sending the message: %1% so far</source>
        <translation>メールを送っています: %1%</translation>
    </message>
    <message>
        <source>Waiting: %1 (%2 s)</source>
        <translation>待っています: %1 (%2 秒)</translation>
    </message>
    <message>
        <source>Waiting: %1 (%2 s of at most %3 s)</source>
        <translation>待っています: %1 (%2 秒、長くて %3 秒)</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The server&apos;s host name or address.</source>
        <translation>サーバのホスト名またはアドレス。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Its port; usual: 465 for smtps, 587 for starttls, 25 for none.</source>
        <translation>サーバのポート。普通は smtps なら 465、starttls なら 587、none なら 25。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>auto, scram-sha-256, cram-md5, login, plain1, plain2, oauthbearer or xoauth2 (an access token), external (a certificate), pbs (POP before SMTP) or none. The server&apos;s reply may lead to a lower one of the first five, never to a higher one.</source>
        <translation>auto、scram-sha-256、cram-md5、login、plain1、plain2、oauthbearer と xoauth2 (アクセストークン)、external (証明書)、pbs (POP before SMTP)、none のいずれか。サーバの応答によって、はじめの 5 つのうちより下のものに下がることがありますが、上がることはありません。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>SMTP認証の方式</translation>
    </message>
    <message>
        <source>The ID to log in with, often the whole mail address.</source>
        <translation>ログインに使う ID。メールアドレス全体であることが多くあります。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The name to greet the server with; default [127.0.0.1].</source>
        <translation>サーバに名乗る名前。指定しないときは [127.0.0.1]。</translation>
    </message>
    <message>
        <source>EHLO name</source>
        <translation>EHLO の名前</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust beside the system&apos;s.</source>
        <translation>システムのもののほかに信頼する証明書 (PEM)。</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA ファイル</translation>
    </message>
    <message>
        <source>Trust the one certificate with this fingerprint, whatever is wrong with it, and no other.</source>
        <translation>このフィンガープリントの証明書だけを、どんな問題があっても信頼します。</translation>
    </message>
    <message>
        <source>Pinned certificate</source>
        <translation>固定した証明書</translation>
    </message>
    <message>
        <source>A certificate (PEM) of one&apos;s own to show to the server.</source>
        <translation>サーバに示す自分の証明書 (PEM)。</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>クライアント証明書</translation>
    </message>
    <message>
        <source>Its key (PEM); default: in the certificate&apos;s file.</source>
        <translation>その鍵 (PEM)。既定では証明書のファイルの中。</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>その鍵</translation>
    </message>
    <message>
        <source>Connect by this proxy: socks5://HOST:PORT or http://HOST:PORT (CONNECT). Without it none is used, whatever the environment says.</source>
        <translation>このプロキシを通して接続します: socks5://HOST:PORT か http://HOST:PORT (CONNECT)。指定しなければ、環境変数に何があってもプロキシは使いません。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Take TLS 1.0 and 1.1 too, which can be broken.</source>
        <translation>破られることのある TLS 1.0 と 1.1 も受け入れます。</translation>
    </message>
    <message>
        <source>TLS 1.0 and 1.1</source>
        <translation>TLS 1.0 と 1.1</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>After a refused login try the next method that is offered by itself, over verified TLS only.</source>
        <translation>ログインが拒否されたら、サーバの挙げる次の方式を自動で試します。確認できた TLS の上でだけ働きます。</translation>
    </message>
    <message>
        <source>Next method</source>
        <translation>次の方式</translation>
    </message>
    <message>
        <source>tried after a refused login</source>
        <translation>ログインを拒否されたら試す</translation>
    </message>
    <message>
        <source>Let the password cross the network unencrypted. Anybody on the way can read it.</source>
        <translation>暗号化なしでもパスワードを送ります。途中にいるだれにでも読まれるおそれがあります。</translation>
    </message>
    <message>
        <source>Unencrypted password</source>
        <translation>暗号化しないパスワード</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>制限時間</translation>
    </message>
    <message>
        <source>For pbs: the POP3 server; default: the SMTP server&apos;s host.</source>
        <translation>pbs のときの POP3 サーバ。指定しないときは SMTP サーバと同じホスト。</translation>
    </message>
    <message>
        <source>POP3 host</source>
        <translation>POP3 ホスト</translation>
    </message>
    <message>
        <source>pop3s (default), stls or none.</source>
        <translation>pop3s (指定しないとき)、stls、none のどれか。</translation>
    </message>
    <message>
        <source>POP3 security</source>
        <translation>POP3 暗号化</translation>
    </message>
    <message>
        <source>Its port; usual: 995 for pop3s, else 110.</source>
        <translation>そのポート。普通は pop3s なら 995、ほかは 110。</translation>
    </message>
    <message>
        <source>POP3 port</source>
        <translation>POP3 ポート</translation>
    </message>
    <message>
        <source>auto (APOP where it is offered), apop or user (USER and PASS).</source>
        <translation>auto (対応していれば APOP)、apop、user (USER と PASS) のどれか。</translation>
    </message>
    <message>
        <source>POP3 login</source>
        <translation>POP3 ログイン</translation>
    </message>
    <message>
        <source>The ID for POP3; default: that of --id.</source>
        <translation>POP3 の ID。指定しないときは --id のもの。</translation>
    </message>
    <message>
        <source>POP3 ID</source>
        <translation>POP3 の ID</translation>
    </message>
    <message>
        <source>POP3 password</source>
        <translation>POP3 のパスワード</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>SMTP とは別</translation>
    </message>
    <message>
        <source>How long to wait after the POP3 login; default 1.</source>
        <translation>POP3 ログインの後に待つ時間。指定しないときは 1。</translation>
    </message>
    <message>
        <source>POP3 waiting time</source>
        <translation>POP3 の待ち時間</translation>
    </message>
    <message>
        <source>As --pin, for the POP3 server&apos;s certificate.</source>
        <translation>--pin と同じものを、POP3 サーバの証明書に対して指定します。</translation>
    </message>
    <message>
        <source>Pinned POP3 certificate</source>
        <translation>POP3 で固定した証明書</translation>
    </message>
    <message>
        <source>“%1” does not know “%2”</source>
        <translation>「%1」に「%2」という値は使えません</translation>
    </message>
    <message>
        <source>“asOf” is no month such as 2024-07</source>
        <translation>「asOf」が 2024-07 のような年月ではありません</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>「%1」がありません</translation>
    </message>
    <message>
        <source>a way needs security, login and a port from 1 to 65535</source>
        <translation>「ways」の各項目には security、login と 1 から 65535 までの port が必要です</translation>
    </message>
    <message>
        <source>“ways” is empty</source>
        <translation>「ways」が空です</translation>
    </message>
    <message>
        <source>it is no JSON (%1).</source>
        <translation>JSON ではありません (%1)。</translation>
    </message>
    <message>
        <source>its format is not 1.</source>
        <translation>「format」が 1 ではありません。</translation>
    </message>
    <message>
        <source>entry %1 (%2): %3.</source>
        <translation>%1 番目の項目 (%2): %3。</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1が空です。</translation>
    </message>
    <message>
        <source>%1 has a comma: only one address can stand here.</source>
        <translation>%1にコンマがあります。ここに書けるアドレスは 1 つだけです。</translation>
    </message>
    <message>
        <source>%1 has a &lt; or &gt; in the wrong place.</source>
        <translation>%1の &lt; または &gt; の位置が正しくありません。</translation>
    </message>
    <message>
        <source>%1 has nothing before the @.</source>
        <translation>%1の @ の前に何もありません。</translation>
    </message>
    <message>
        <source>%1 has a &lt; or &gt; inside.</source>
        <translation>%1の中に &lt; または &gt; があります。</translation>
    </message>
    <message>
        <source>%1 has a character before the @ that cannot stand there.</source>
        <translation>%1の @ より前に、使えない文字があります。</translation>
    </message>
    <message>
        <source>%1 has no @.</source>
        <translation>%1に @ がありません。</translation>
    </message>
    <message>
        <source>%1 has more than one @.</source>
        <translation>%1に @ が 2 つ以上あります。</translation>
    </message>
    <message>
        <source>%1 has a space inside.</source>
        <translation>%1の中に空白があります。</translation>
    </message>
    <message>
        <source>%1 has nothing after the @.</source>
        <translation>%1の @ の後に何もありません。</translation>
    </message>
    <message>
        <source>%1 has a quotation mark that is not closed.</source>
        <translation>%1の引用符が閉じていません。</translation>
    </message>
    <message>
        <source>The attachment does not exist: %1</source>
        <translation>添付ファイルがありません: %1</translation>
    </message>
    <message>
        <source>The attachment is no file: %1</source>
        <translation>添付ファイルがファイルではありません: %1</translation>
    </message>
    <message>
        <source>The attachment cannot be read: %1: %2</source>
        <translation>添付ファイルを読めません: %1: %2</translation>
    </message>
    <message>
        <source>There is no encoding called %1.</source>
        <translation>%1 という文字コードはありません。</translation>
    </message>
    <message>
        <source>The text is not written in the encoding %1.</source>
        <translation>本文の文字コードは %1 ではありません。</translation>
    </message>
    <message>
        <source>The text is not UTF-8, and its encoding cannot be told.</source>
        <translation>本文は UTF-8 ではなく、文字コードを判別できません。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it looks like %1.</source>
        <translation>本文は UTF-8 ではありません。%1 のようです。</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>%1 has a character that was lost before it got here (U+FFFD).</source>
        <translation>%1には、すでに失われた文字 (U+FFFD) が含まれています。</translation>
    </message>
    <message>
        <source>%1 It reads: %2</source>
        <translation>%1入力された値: %2</translation>
    </message>
    <message>
        <source>The mail has no recipient.</source>
        <translation>メールに宛先がありません。</translation>
    </message>
    <message>
        <source>The subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>An attachment could not be read to its end.</source>
        <translation>添付ファイルを最後まで読めませんでした。</translation>
    </message>
    <message>
        <source>The message&apos;s header has a NUL character inside.</source>
        <translation>メールのヘッダに NUL 文字が含まれています。</translation>
    </message>
    <message>
        <source>The message has a binary part, and the line ends of the file have been changed, so the part cannot be sent as it was.</source>
        <translation>メールにバイナリのパートがありますが、ファイルの改行が変換されているため、元どおりには送れません。</translation>
    </message>
    <message>
        <source>The header %1 has letters in an encoding that the message does not name.</source>
        <translation>ヘッダ %1 に、文字コードの分からない文字があります。</translation>
    </message>
    <message>
        <source>The header %1 has an address with letters before the @ that this server cannot carry (no SMTPUTF8).</source>
        <translation>ヘッダ %1 のアドレスの @ より前に、このサーバでは扱えない文字があります (SMTPUTF8 非対応)。</translation>
    </message>
    <message>
        <source>The header %1 has an address with a domain that cannot be read.</source>
        <translation>ヘッダ %1 のアドレスのドメインを解釈できません。</translation>
    </message>
    <message>
        <source>The header %1 cannot be read as addresses.</source>
        <translation>ヘッダ %1 をアドレスとして解釈できません。</translation>
    </message>
    <message>
        <source>The header %1 has letters outside ASCII, which no mail may have there.</source>
        <translation>ヘッダ %1 に、使用できない ASCII 以外の文字があります。</translation>
    </message>
    <message>
        <source>The host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>The domain</source>
        <translation>ドメイン名</translation>
    </message>
    <message>
        <source>%1 is no valid host name.</source>
        <translation>%1がホスト名として正しくありません。</translation>
    </message>
    <message>
        <source>%1 is longer than 253 characters.</source>
        <translation>%1が 253 文字を超えています。</translation>
    </message>
    <message>
        <source>%1 has an empty part beside a dot.</source>
        <translation>%1に、点だけで中身のない部分があります。</translation>
    </message>
    <message>
        <source>%1 has a part of more than 63 characters between its dots.</source>
        <translation>%1の点と点の間が 63 文字を超えています。</translation>
    </message>
    <message>
        <source>%1 looks like an IP address but is none.</source>
        <translation>%1が IP アドレスのようですが、正しくありません。</translation>
    </message>
    <message>
        <source>%1 has square brackets, but no IP address in them.</source>
        <translation>%1に角括弧がありますが、中が IP アドレスではありません。</translation>
    </message>
    <message>
        <source>%1 is an IP address, which stands in square brackets here.</source>
        <translation>%1が IP アドレスです。ここでは角括弧で囲んでください。</translation>
    </message>
    <message>
        <source>The message file cannot be read: %1: %2</source>
        <translation>メールのファイルを読めません: %1: %2</translation>
    </message>
    <message>
        <source>The message file is empty: %1</source>
        <translation>メールのファイルが空です: %1</translation>
    </message>
    <message>
        <source>The file is UTF-16 text, not a mail message: %1</source>
        <translation>ファイルは UTF-16 のテキストで、メールではありません: %1</translation>
    </message>
    <message>
        <source>The file is no mail message, it does not begin with a header: %1</source>
        <translation>このファイルはメールではありません。ヘッダで始まっていません: %1</translation>
    </message>
    <message>
        <source>The message file is not a regular file: %1</source>
        <translation>メールのファイルが通常のファイルではありません: %1</translation>
    </message>
    <message>
        <source>The file holds %1 mails; only one can be sent at a time: %2</source>
        <translation>ファイルには %1 通のメールが入っています。一度に送れるのは 1 通だけです: %2</translation>
    </message>
    <message>
        <source>The message is signed or encrypted; re-encoding it for this server would break the signature.</source>
        <translation>メールは署名または暗号化されています。このサーバのために変換すると、署名が壊れます。</translation>
    </message>
    <message>
        <source>The message holds 8-bit octets where no encoding is possible.</source>
        <translation>符号化できない場所に 8 ビットのデータがあります。</translation>
    </message>
    <message>
        <source>The message holds a line of more than 998 octets in its header or between its parts.</source>
        <translation>ヘッダまたはパートの間に 998 オクテットを超える行があります。</translation>
    </message>
    <message>
        <source>The message cannot be read as mail.</source>
        <translation>メールとして読めません。</translation>
    </message>
    <message>
        <source>The message could not be read to its end.</source>
        <translation>メールを最後まで読めませんでした。</translation>
    </message>
    <message>
        <source>The message has mixed line ends, so where its header ends is uncertain; the first odd one is in line %1.</source>
        <translation>改行の種類が混ざっているため、ヘッダの終わりを確定できません。最初の不審な改行は %1 行目です。</translation>
    </message>
    <message>
        <source>%1 has a line break inside.</source>
        <translation>%1の中に改行があります。</translation>
    </message>
    <message>
        <source>%1 has a NUL character inside.</source>
        <translation>%1の中に NUL 文字があります。</translation>
    </message>
    <message>
        <source>%1 has a control character inside.</source>
        <translation>%1の中に制御文字があります。</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>やめました</translation>
    </message>
    <message>
        <source>given up: another address answered first</source>
        <translation>ほかのアドレスが先に応答したので、やめました</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>時間内に応答がありません</translation>
    </message>
    <message>
        <source>its key of %1 bits is too weak</source>
        <translation>鍵の長さ (%1 ビット) が不十分です</translation>
    </message>
    <message>
        <source>its signature, %1, is too weak</source>
        <translation>署名の方式 (%1) が弱すぎます</translation>
    </message>
    <message>
        <source>no connection to %1: %2</source>
        <translation>%1 に接続できません: %2</translation>
    </message>
    <message>
        <source>connected to %1 port %2</source>
        <translation>%1 のポート %2 に接続しました</translation>
    </message>
    <message>
        <source>encrypted: %1, %2, session resumed</source>
        <translation>暗号化しました: %1、%2、セッションを再開</translation>
    </message>
    <message>
        <source>encrypted: %1, %2</source>
        <translation>暗号化しました: %1、%2</translation>
    </message>
    <message>
        <source>message sent: %1 octets</source>
        <translation>メールを送りました: %1 オクテット</translation>
    </message>
    <message>
        <source>general failure, not allowed by its rules, or host unreachable</source>
        <translation>一般的な失敗、規則による拒否、またはホストに到達不能</translation>
    </message>
    <message>
        <source>it closed the connection without a reply</source>
        <translation>応答せずに接続を切りました</translation>
    </message>
    <message>
        <source>the proxy itself cannot be reached: %1</source>
        <translation>プロキシ自体に接続できません: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>its reply is not HTTP</source>
        <translation>応答が HTTP ではありません</translation>
    </message>
    <message>
        <source>the header of its reply has more than 16 KB</source>
        <translation>応答のヘッダが 16 KB を超えています</translation>
    </message>
    <message>
        <source>it replied %1</source>
        <translation>「%1」と応答しました</translation>
    </message>
    <message>
        <source>the rest is left out: too much was said</source>
        <translation>多すぎるため、ここから先は省きます</translation>
    </message>
    <message>
        <source>%1: not a regular file</source>
        <translation>%1: 通常のファイルではありません</translation>
    </message>
    <message>
        <source>%1: larger than 2 MB</source>
        <translation>%1: 2 MB を超えています</translation>
    </message>
    <message>
        <source>%1: there is no PEM certificate in it</source>
        <translation>%1: PEM 形式の証明書がありません</translation>
    </message>
    <message>
        <source>%1: its key is protected by a password</source>
        <translation>%1: 鍵がパスワードで保護されています</translation>
    </message>
    <message>
        <source>%1: there is no PEM key in it</source>
        <translation>%1: PEM 形式の鍵が入っていません</translation>
    </message>
    <message>
        <source>The server answered with a TLS record.</source>
        <translation>サーバが TLS のデータで応答しました。</translation>
    </message>
    <message>
        <source>The greeting has no stamp for APOP.</source>
        <translation>最初の応答に APOP のスタンプがありません。</translation>
    </message>
    <message>
        <source>The ID or the password has a character that POP3 cannot carry.</source>
        <translation>ID かパスワードに、POP3 で送れない文字があります。</translation>
    </message>
    <message>
        <source>The access token is empty or has a space, a line break or another character that no token has.</source>
        <translation>アクセストークンが空か、空白や改行など、トークンにはない文字が入っています。</translation>
    </message>
    <message>
        <source>The ID or the password has a NUL character inside, which no login method can carry.</source>
        <translation>ID かパスワードに NUL 文字があり、どのログインの方式でも送れません。</translation>
    </message>
    <message>
        <source>There is no login method to use.</source>
        <translation>使えるログインの方式がありません。</translation>
    </message>
    <message>
        <source>CRAM-MD5 needs one challenge, and not an empty one.</source>
        <translation>CRAM-MD5 では空でないチャレンジが 1 回だけ必要ですが、サーバの応答はそうなっていません。</translation>
    </message>
    <message>
        <source>The server asks again after EXTERNAL&apos;s only response.</source>
        <translation>EXTERNAL の応答は 1 回だけですが、サーバがさらに応答を求めています。</translation>
    </message>
    <message>
        <source>The server asks a third question after ID and password.</source>
        <translation>ID とパスワードを送った後も、サーバがさらに応答を求めています。</translation>
    </message>
    <message>
        <source>The server asks again after PLAIN&apos;s only response.</source>
        <translation>PLAIN の応答は 1 回だけですが、サーバがさらに応答を求めています。</translation>
    </message>
    <message>
        <source>The server goes on after the end of the SCRAM exchange.</source>
        <translation>SCRAM のやり取りが終わった後も、サーバがさらに応答を求めています。</translation>
    </message>
    <message>
        <source>The server asks for SCRAM&apos;s first message again and again.</source>
        <translation>サーバが SCRAM の最初のメッセージを繰り返し求めています。</translation>
    </message>
    <message>
        <source>The server asks for more rounds of hashing than are computed.</source>
        <translation>サーバの求めるハッシュ計算の回数が多すぎます。</translation>
    </message>
    <message>
        <source>The server asks again after it has refused the token.</source>
        <translation>サーバが、トークンを断ったあとでまた尋ねてきます。</translation>
    </message>
    <message>
        <source>(no reason that can be read)</source>
        <translation>(読み取れる理由はありません)</translation>
    </message>
    <message>
        <source>No password is kept for this server.</source>
        <translation>このサーバのパスワードは保存されていません。</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>時間がかかりすぎました</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>空です</translation>
    </message>
    <message>
        <source>it says more than a password</source>
        <translation>パスワードより多くのことを出力しました</translation>
    </message>
    <message>
        <source>it ended with exit code %1</source>
        <translation>終了コード %1 で終わりました</translation>
    </message>
    <message>
        <source>it crashed</source>
        <translation>異常終了しました</translation>
    </message>
    <message>
        <source>its first line of output is empty</source>
        <translation>出力の 1 行目が空です</translation>
    </message>
    <message>
        <source>The password command did not work: %1.</source>
        <translation>パスワードのコマンドがうまく動きませんでした: %1。</translation>
    </message>
    <message>
        <source>The system keychain is locked, or refused to give the password.</source>
        <translation>システムのキーチェーンがロックされているか、パスワードを渡しませんでした。</translation>
    </message>
    <message>
        <source>The system keychain does not answer.</source>
        <translation>システムのキーチェーンが応答しません。</translation>
    </message>
    <message>
        <source>%1 cannot be used as presets: %2</source>
        <translation>%1 はプリセットとして使えません: %2</translation>
    </message>
    <message>
        <source>The text file cannot be read: %1: %2</source>
        <translation>本文のファイルを読めません: %1: %2</translation>
    </message>
    <message>
        <source>The text file is not a regular file: %1</source>
        <translation>本文のファイルは通常のファイルではありません: %1</translation>
    </message>
    <message>
        <source>The text file is longer than 50 MB: %1</source>
        <translation>本文のファイルが 50 MB を超えています: %1</translation>
    </message>
    <message>
        <source>The address “%1” cannot be put in a command: it has a line break, a control character, a space or a bracket where none may be.</source>
        <translation>アドレス「%1」をコマンドに使えません。あってはならない所に、改行、制御文字、空白または括弧があります。</translation>
    </message>
    <message>
        <source>The server said yes without proving that it knows the password.</source>
        <translation>サーバは、パスワードを知っていることを証明しないままログインを認めました。</translation>
    </message>
    <message>
        <source>The challenge is not base64.</source>
        <translation>チャレンジが base64 ではありません。</translation>
    </message>
    <message>
        <source>the server&apos;s reason: %1</source>
        <translation>サーバの示した理由: %1</translation>
    </message>
    <message>
        <source>The EHLO name is empty or has a space or control character.</source>
        <translation>EHLO 名が空か、空白や制御文字を含んでいます。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>フォルダです</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>通常のファイルではありません</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>他のユーザーのものです</translation>
    </message>
    <message>
        <source>other users can write to it</source>
        <translation>他のユーザーが書き込めます</translation>
    </message>
    <message>
        <source>The folder %1 belongs to another user, so nothing in it is used.</source>
        <translation>フォルダ %1 は他のユーザーのものなので、中のものは使いません。</translation>
    </message>
    <message>
        <source>Other users can write to the folder %1, so nothing in it is used.</source>
        <translation>フォルダ %1 には他のユーザーが書き込めるので、中のものは使いません。</translation>
    </message>
    <message>
        <source>it is a link that leads nowhere</source>
        <translation>リンク先のないシンボリックリンクです</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>シンボリックリンクです</translation>
    </message>
    <message>
        <source>it is larger than 16 MB</source>
        <translation>16 MB より大きいファイルです</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 に書き込めませんでした: %2。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made: the one above it belongs to another user.</source>
        <translation>フォルダ %1 を作成できません。上のフォルダが他のユーザーのものです。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>フォルダ %1 を作れませんでした。</translation>
    </message>
    <message>
        <source>The server needs a name.</source>
        <translation>サーバに名前を付けてください。</translation>
    </message>
    <message>
        <source>The server&apos;s name is longer than 200 characters.</source>
        <translation>サーバの名前が 200 文字を超えています。</translation>
    </message>
    <message>
        <source>There is already a server named &quot;%1&quot;.</source>
        <translation>「%1」という名前のサーバはすでにあります。</translation>
    </message>
    <message>
        <source>This server is already there.</source>
        <translation>このサーバはすでにあります。</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; is no longer there.</source>
        <translation>サーバ「%1」はもうありません。</translation>
    </message>
    <message>
        <source>it holds nothing but spaces</source>
        <translation>空白しか入っていません</translation>
    </message>
    <message>
        <source>it ends in the middle</source>
        <translation>途中で終わっています</translation>
    </message>
    <message>
        <source>from line %1, column %2 on it is not JSON</source>
        <translation>%1 行目の %2 文字目から先が JSON になっていません</translation>
    </message>
    <message>
        <source>it holds a NUL octet</source>
        <translation>NUL 文字が 1 つ入っています</translation>
    </message>
    <message>
        <source>it holds %1 NUL octets</source>
        <translation>NUL 文字が %1 個入っています</translation>
    </message>
    <message>
        <source>there is no usable &quot;version&quot; in it</source>
        <translation>使える &quot;version&quot; がありません</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>%1 was written by a newer Proserpina (%2), so it is left as it is.</source>
        <translation>%1 は新しいプロセルピナ (%2) が書いたものなので、そのままにします。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2), so it is left as it is.</source>
        <translation>%1 は壊れている (%2) ので、そのままにします。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2), so it is left as it is.</source>
        <translation>%1 は読めない (%2) ので、そのままにします。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>フォルダ %1 に書き込めません。</translation>
    </message>
    <message>
        <source>%1 is not damaged: there is nothing to restore.</source>
        <translation>%1 は壊れていません。元に戻す必要はありません。</translation>
    </message>
    <message>
        <source>There is no good copy of %1 to go back to.</source>
        <translation>%1 を元に戻せる正常な控えがありません。</translation>
    </message>
    <message>
        <source>Nothing can be remembered: Qt&apos;s SQLite driver is not installed.</source>
        <translation>何も記憶できません。Qt の SQLite ドライバがインストールされていません。</translation>
    </message>
    <message>
        <source>%1 was not made by Proserpina, so it is left as it is.</source>
        <translation>%1 はプロセルピナが作ったファイルではないため、変更しません。</translation>
    </message>
    <message>
        <source>Another program keeps %1 locked.</source>
        <translation>別のプログラムが %1 をロックしています。</translation>
    </message>
    <message>
        <source>%1 or its folder cannot be written to.</source>
        <translation>%1 またはそのフォルダに書き込めません。</translation>
    </message>
    <message>
        <source>There is no mail to send.</source>
        <translation>送るメールがありません。</translation>
    </message>
    <message>
        <source>The EHLO name cannot be used. %1</source>
        <translation>EHLO 名を使えません。%1</translation>
    </message>
    <message>
        <source>the last POP3 login is less than a minute old</source>
        <translation>前回の POP3 ログインから 1 分たっていません</translation>
    </message>
    <message>
        <source>waiting %1 s after the POP3 login</source>
        <translation>POP3 ログインの後 %1 秒待ちます</translation>
    </message>
    <message>
        <source>not let in: one more POP3 login</source>
        <translation>許可されていません: もう一度 POP3 ログイン</translation>
    </message>
    <message>
        <source>the server closed between two mails: connecting again</source>
        <translation>サーバがメールとメールの間で接続を切りました。つなぎ直します</translation>
    </message>
    <message>
        <source>the server closed after the refused login: connecting again for the next method</source>
        <translation>サーバがログインを断って接続を切りました。次の方式のためにつなぎ直します</translation>
    </message>
    <message>
        <source>the server lost step with commands sent together: connecting again, one command at a time</source>
        <translation>まとめて送ったコマンドにサーバがついて来られませんでした。コマンドを1つずつ送るため、つなぎ直します</translation>
    </message>
    <message>
        <source>The host name begins with “%1://”. A server for sending has smtp:// or smtps://, or no such beginning.</source>
        <translation>ホスト名が「%1://」で始まっています。送信サーバには smtp:// か smtps:// を付けるか、何も付けずに指定してください。</translation>
    </message>
    <message>
        <source>The host name begins with “%1://”. A POP3 server has pop3:// or pop3s://, or no such beginning.</source>
        <translation>ホスト名が「%1://」で始まっています。POP3 サーバには pop3:// か pop3s:// を付けるか、何も付けずに指定してください。</translation>
    </message>
    <message>
        <source>The port after the host name is “%1”, not a number from 1 to 65535.</source>
        <translation>ホスト名の後のポートが「%1」です。1 から 65535 までの数を指定してください。</translation>
    </message>
    <message>
        <source>The host name has an @. Give the server&apos;s name alone, without an ID and without a password.</source>
        <translation>ホスト名に @ があります。ID やパスワードを付けずに、サーバの名前だけを指定してください。</translation>
    </message>
    <message>
        <source>The host name has a slash and more behind it. Give the server&apos;s name alone.</source>
        <translation>ホスト名の後にスラッシュと続きがあります。サーバの名前だけを指定してください。</translation>
    </message>
    <message>
        <source>The host says port %1, and the port is set to %2. Give the host name alone, or set the same port.</source>
        <translation>ホスト名にはポート %1 とありますが、ポートの設定は %2 です。ホスト名だけを入力するか、ポートを同じにしてください。</translation>
    </message>
    <message>
        <source>The host says %1 (TLS from the first byte), and another encryption is set. Give the host name alone, or set the same encryption.</source>
        <translation>ホスト名には %1 (最初から TLS) とありますが、暗号化の設定が違います。ホスト名だけを入力するか、暗号化を同じにしてください。</translation>
    </message>
    <message>
        <source>%1 has a comma in its name: put the name in quotation marks.</source>
        <translation>%1の名前の部分にコンマがあります。名前を引用符 (&quot;) で囲んでください。</translation>
    </message>
    <message>
        <source>The password command has a quotation mark that is not closed.</source>
        <translation>パスワードコマンドの引用符が閉じていません。</translation>
    </message>
    <message>
        <source>it ended with exit code %1 and said: %2</source>
        <translation>終了コード %1 で終わり、次のように出力しました: %2</translation>
    </message>
    <message>
        <source>“%1” is the name of the built-in practice server. Give this server another name.</source>
        <translation>「%1」は内蔵の練習用サーバの名前です。別の名前を付けてください。</translation>
    </message>
    <message>
        <source>smtps, starttls, starttls-if-offered or none; default: smtps with port 465, else starttls.</source>
        <translation>smtps、starttls、starttls-if-offered、none のどれか。指定しないときは、ポート 465 なら smtps、ほかは starttls。</translation>
    </message>
    <message>
        <source>The longest time for each step, its whole reply included; default: 30 s to connect and, in check and reply, for the greeting, else minutes.</source>
        <translation>各段階で待つ時間の上限。応答を最後まで受け取る時間を含みます。指定しないときは、接続に 30 秒、check と reply では最初の応答にも 30 秒、ほかは数分。</translation>
    </message>
    <message>
        <source>The temporary folder %1 cannot be used: %2</source>
        <translation>一時フォルダ %1 を使えません: %2</translation>
    </message>
    <message>
        <source>The kept password of %1 would now go to %2, port %3, by the proxy %4.</source>
        <translation>保存してある %1 のパスワードを、これからはプロキシ %4 を通して %2 のポート %3 に送ることになります。</translation>
    </message>
    <message>
        <source>The kept password of %1 would now go to %2, port %3, with weaker encryption or none.</source>
        <translation>保存してある %1 のパスワードを、これからはより弱い暗号化で、または暗号化なしで、%2 のポート %3 に送ることになります。</translation>
    </message>
    <message>
        <source>The kept password of %1 would now go to %2, port %3.</source>
        <translation>保存してある %1 のパスワードを、これからは %2 のポート %3 に送ることになります。</translation>
    </message>
    <message>
        <source>What is kept for %1 is a password, not an access token.</source>
        <translation>%1 に保存されているのはパスワードで、アクセストークンではありません。</translation>
    </message>
    <message>
        <source>What is kept for %1 is an access token, not a password.</source>
        <translation>%1 に保存されているのはアクセストークンで、パスワードではありません。</translation>
    </message>
    <message>
        <source>no connection to proxy %1: %2</source>
        <translation>プロキシ %1 に接続できません: %2</translation>
    </message>
    <message>
        <source>connected by proxy %1 to %2 port %3</source>
        <translation>プロキシ %1 経由で %2 のポート %3 に接続しました</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>受け付けました</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>断られました</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>今は不可</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>送っていません</translation>
    </message>
    <message>
        <source>connected after %1 ms</source>
        <translation>%1 ms で接続</translation>
    </message>
    <message>
        <source>%2 after %1 ms</source>
        <translation>%1 ms で失敗 (%2)</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>%1 of %2 accepted</source>
        <translation>%2 通のうち %1 通が受け付けられました</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The server&apos;s own words:</source>
        <translation>サーバの応答:</translation>
    </message>
    <message>
        <source>%1 … %2 s</source>
        <translation>%1 … %2 秒</translation>
    </message>
    <message>
        <source>%1 ok %2 ms</source>
        <translation>%1 OK %2 ms</translation>
    </message>
    <message>
        <source>%1 failed after %2 ms</source>
        <translation>%1 失敗 %2 ms</translation>
    </message>
    <message>
        <source>Certificate of %1 by %2, valid until %3.</source>
        <translation>%1 の証明書、発行者 %2、有効期限 %3。</translation>
    </message>
    <message>
        <source>The kept password of %1 would now go to %2, port %3, by the proxy %4 and with weaker encryption or none.</source>
        <translation>保存してある %1 のパスワードを、これからはプロキシ %4 を通し、より弱い暗号化で、または暗号化なしで、%2 のポート %3 に送ることになります。</translation>
    </message>
    <message>
        <source>%1 stopped after %2 ms</source>
        <translation>%1 中止 %2 ms</translation>
    </message>
    <message>
        <source>The login challenge is too long.</source>
        <translation>チャレンジが長すぎます。</translation>
    </message>
    <message>
        <source>The server keeps sending login challenges.</source>
        <translation>サーバが際限なく尋ねてきます。</translation>
    </message>
    <message>
        <source>This mail is not in the outbox any more.</source>
        <translation>このメールはもう送信トレイにありません。</translation>
    </message>
    <message>
        <source>That is not possible with this mail as it is now.</source>
        <translation>このメールの今の状態では、その操作はできません。</translation>
    </message>
    <message>
        <source>The message could not be read again.</source>
        <translation>メールの本文をもう一度読むことができませんでした。</translation>
    </message>
    <message>
        <source>The mail could not be put into the outbox: %1.</source>
        <translation>メールを送信トレイに入れられませんでした: %1。</translation>
    </message>
    <message>
        <source>there is too little room left on the disk</source>
        <translation>ディスクの空きが足りません</translation>
    </message>
    <message>
        <source>the connection kept open is of no more use: connecting again</source>
        <translation>開いたままにしていた接続はもう使えないため、接続し直します</translation>
    </message>
    <message>
        <source>The outbox: how many connections at once; default 1.</source>
        <translation>送信トレイ: 同時に使う接続の数。既定値は 1。</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>同時接続数</translation>
    </message>
    <message>
        <source>The outbox: how many mails over one connection; default: 0, as many as the server takes.</source>
        <translation>送信トレイ: 1 回の接続で送るメールの数。既定値は 0 (サーバが受け付けるだけ)。</translation>
    </message>
    <message>
        <source>Mails per connection</source>
        <translation>1 接続あたりのメール数</translation>
    </message>
    <message>
        <source>The outbox: how many mails a minute; default: 0, no limit.</source>
        <translation>送信トレイ: 1 分間に送るメールの数。既定値は 0 (制限なし)。</translation>
    </message>
    <message>
        <source>Mails per minute</source>
        <translation>1 分あたりのメール数</translation>
    </message>
    <message>
        <source>The organisation</source>
        <translation>組織名</translation>
    </message>
    <message>
        <source>The server of %1 is not there any more. Choose another one for this address.</source>
        <translation>%1 のサーバはもうありません。このアドレスの別のサーバを選んでください。</translation>
    </message>
    <message>
        <source>The server of %1, “%2”, is switched off.</source>
        <translation>%1 のサーバ「%2」は無効になっています。</translation>
    </message>
    <message>
        <source>Reply-To: %1</source>
        <translation>Reply-To: %1</translation>
    </message>
    <message>
        <source>Name and organisation take one line each.</source>
        <translation>名前と組織名はそれぞれ 1 行で入力してください。</translation>
    </message>
    <message>
        <source>Choose the server that this address sends through.</source>
        <translation>このアドレスの送信に使うサーバを選んでください。</translation>
    </message>
    <message>
        <source>%1 holds %2 entries that cannot be read. They are kept as they are and not shown.</source>
        <translation>%1 には読み取れない項目が %2 件あります。そのまま残し、表示しません。</translation>
    </message>
    <message>
        <source>This sender is not there any more.</source>
        <translation>この差出人はもうありません。</translation>
    </message>
    <message>
        <source>Mail %1: %2</source>
        <translation>メール %1: %2</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>waiting for you</source>
        <translation>対応待ち</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>sent to some</source>
        <translation>一部に送信</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>unknown whether sent</source>
        <translation>送信されたか不明</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Its message is missing from the outbox, or was cut off.</source>
        <translation>送信トレイに本文がないか、途中で切れています。</translation>
    </message>
    <message>
        <source>The program ended while the message&apos;s end was being sent: it may have arrived or not.</source>
        <translation>本文の終わりを送っている間にプログラムが終了したため、届いたかどうか分かりません。</translation>
    </message>
    <message>
        <source>Its server is not there any more.</source>
        <translation>このメールのサーバはもうありません。</translation>
    </message>
    <message>
        <source>Its server, “%1”, is switched off.</source>
        <translation>このメールのサーバ「%1」は無効になっています。</translation>
    </message>
    <message>
        <source>Look for it in the recipient&apos;s mailbox or your provider&apos;s Sent folder, by its Message-ID, and then say whether it arrived or is to be sent again.</source>
        <translation>受信者のメールボックスかプロバイダの送信済みフォルダを Message-ID で探し、届いていたか、もう一度送るかを指定してください。</translation>
    </message>
    <message>
        <source>The background unit could not be switched: %1.</source>
        <translation>バックグラウンドのユニットを切り替えられませんでした: %1。</translation>
    </message>
    <message>
        <source>there is no session bus</source>
        <translation>セッションバスがありません</translation>
    </message>
    <message>
        <source>%1 lines left out</source>
        <translation>%1 行を省略</translation>
    </message>
    <message>
        <source>Mail waits for you</source>
        <translation>対応を待つメールがあります</translation>
    </message>
    <message>
        <source>A mail could not be sent</source>
        <translation>メールを送信できませんでした</translation>
    </message>
    <message>
        <source>A mail did not reach all recipients</source>
        <translation>一部の宛先にメールを送れませんでした</translation>
    </message>
    <message>
        <source>A mail may have been sent, or not</source>
        <translation>メールが送信されたかどうか分かりません</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>サーバ: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>宛先: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>件名: %1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>There is no From address yet. Save a server with an address first.</source>
        <translation>発信アドレスがまだありません。まずアドレスを付けてサーバを保存してください。</translation>
    </message>
    <message>
        <source>The message is not there any more.</source>
        <translation>メールの本文はもうありません。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>そのようなフォルダはありません。</translation>
    </message>
    <message>
        <source>That is a file, not a folder.</source>
        <translation>フォルダではなくファイルです。</translation>
    </message>
    <message>
        <source>That is the whole computer. Choose a folder of its own.</source>
        <translation>コンピュータ全体になってしまいます。専用のフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Your home folder is in there: all your files would be mailed. Choose a folder of its own.</source>
        <translation>その中にホームフォルダがあり、すべてのファイルが送られてしまいます。専用のフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Files that another rule has dealt with lie in there, in %1.</source>
        <translation>そこには別のルールが処理したファイルがあります (%1)。</translation>
    </message>
    <message>
        <source>The file cannot be moved: %1.</source>
        <translation>ファイルを移動できません: %1。</translation>
    </message>
    <message>
        <source>The file has changed just now.</source>
        <translation>ファイルがちょうど今変更されました。</translation>
    </message>
    <message>
        <source>Another program is still saving %1 (%2 is there).</source>
        <translation>別のプログラムがまだ %1 を保存しています (%2 があります)。</translation>
    </message>
    <message>
        <source>it holds no list</source>
        <translation>一覧が入っていません</translation>
    </message>
    <message>
        <source>there is no list &quot;%1&quot; in it</source>
        <translation>一覧 &quot;%1&quot; がありません</translation>
    </message>
    <message>
        <source>That folder belongs to somebody else: whatever they put there is mailed in your name.</source>
        <translation>このフォルダは他のユーザーのものです。そのユーザーが入れたファイルもあなたの名前で送られます。</translation>
    </message>
    <message>
        <source>Others may write to that folder: whatever they put there is mailed in your name.</source>
        <translation>このフォルダには他のユーザーも書き込めます。他のユーザーが入れたファイルもあなたの名前で送られます。</translation>
    </message>
    <message>
        <source>The mail would have %1, and %2 takes at most %3.</source>
        <translation>メールの大きさは %1 になりますが、%2 が受け付けるのは %3 までです。</translation>
    </message>
    <message>
        <source>%1: sent</source>
        <translation>%1: 送信済み</translation>
    </message>
    <message>
        <source>%1: refused, %2</source>
        <translation>%1: 拒否されました。%2</translation>
    </message>
    <message>
        <source>%1: not sent, %2</source>
        <translation>%1: 送られませんでした。%2</translation>
    </message>
    <message>
        <source>%1: put off, %2</source>
        <translation>%1: 保留中。%2</translation>
    </message>
    <message>
        <source>%1: unknown whether sent</source>
        <translation>%1: 送信されたか不明</translation>
    </message>
    <message>
        <source>%1: not sent</source>
        <translation>%1: 送られませんでした</translation>
    </message>
    <message>
        <source>%1: not sent yet</source>
        <translation>%1: まだ送られていません</translation>
    </message>
    <message>
        <source>and %1 more recipients</source>
        <translation>ほかに宛先 %1 件</translation>
    </message>
    <message>
        <source>Put into the outbox: %1</source>
        <translation>送信トレイに入れた日時: %1</translation>
    </message>
    <message>
        <source>Its last octets went out: %1</source>
        <translation>最後のデータを送った日時: %1</translation>
    </message>
    <message>
        <source>Last tried: %1</source>
        <translation>最後に試した日時: %1</translation>
    </message>
    <message>
        <source>The server&apos;s last reply: %1</source>
        <translation>サーバの最後の応答: %1</translation>
    </message>
    <message>
        <source>Message-ID: %1</source>
        <translation>Message-ID: %1</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Who gets the files? Give at least one address.</source>
        <translation>ファイルの宛先を 1 つ以上指定してください。</translation>
    </message>
    <message>
        <source>Choose the folder to watch.</source>
        <translation>監視するフォルダを選んでください。</translation>
    </message>
    <message>
        <source>The folder&apos;s name is not UTF-8. Give it another one.</source>
        <translation>フォルダの名前が UTF-8 ではありません。名前を変えてください。</translation>
    </message>
    <message>
        <source>Give the folder&apos;s whole path, from / on.</source>
        <translation>フォルダは / から始まる絶対パスで指定してください。</translation>
    </message>
    <message>
        <source>A pattern has at most 255 characters.</source>
        <translation>パターンは 255 文字までです。</translation>
    </message>
    <message>
        <source>Choose the address that the mail is from.</source>
        <translation>差出人のアドレスを選んでください。</translation>
    </message>
    <message>
        <source>The subject takes one line.</source>
        <translation>件名は 1 行で入力してください。</translation>
    </message>
    <message>
        <source>Numbers cannot be less than 0.</source>
        <translation>0 より小さい数は指定できません。</translation>
    </message>
    <message>
        <source>The address that its mail is from is not there any more. Choose another one.</source>
        <translation>差出人のアドレスがなくなっています。別のものを選んでください。</translation>
    </message>
    <message>
        <source>This rule is not there any more.</source>
        <translation>このルールはもうありません。</translation>
    </message>
    <message>
        <source>It was mailed already, or is to stay here.</source>
        <translation>すでに送信したか、残すことにしたファイルです。</translation>
    </message>
    <message>
        <source>An earlier rule takes it.</source>
        <translation>上にあるルールの対象です。</translation>
    </message>
    <message>
        <source>No pattern of the rule fits its name.</source>
        <translation>名前がルールのどのパターンにも合いません。</translation>
    </message>
    <message>
        <source>It is hidden, or some program&apos;s temporary file.</source>
        <translation>隠しファイルか、プログラムの一時ファイルです。</translation>
    </message>
    <message>
        <source>It is empty so far.</source>
        <translation>まだ空です。</translation>
    </message>
    <message>
        <source>A program is still writing it.</source>
        <translation>プログラムがまだ書き込み中です。</translation>
    </message>
    <message>
        <source>You may not read it.</source>
        <translation>読み取りが許可されていません。</translation>
    </message>
    <message>
        <source>It is a link or a device, not a file.</source>
        <translation>ファイルではなく、リンクかデバイスです。</translation>
    </message>
    <message>
        <source>Autosend waits for you</source>
        <translation>自動送信が確認を待っています</translation>
    </message>
    <message>
        <source>Many files came at once: %1</source>
        <translation>一度に多くのファイルが来ました: %1 個</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>フォルダ: %1</translation>
    </message>
    <message>
        <source>It was mailed already.</source>
        <translation>すでに送信したファイルです。</translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>the recipient</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>no host name</source>
        <translation>ホスト名なし</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Something that was entered cannot be used</source>
        <translation>入力された値が使えません</translation>
    </message>
    <message>
        <source>The connection was lost after the whole message had been sent: it may have arrived or not.</source>
        <translation>メールをすべて送った後で接続が切れました。届いたかどうかは分かりません。</translation>
    </message>
    <message>
        <source>Ask the recipient before you send it again; Proserpina never does so by itself.</source>
        <translation>送り直す前に、届いたかどうかを宛先の人に確かめてください。プロセルピナが自動で送り直すことはありません。</translation>
    </message>
    <message>
        <source>Nothing needs to be changed; start again when you like.</source>
        <translation>設定を変える必要はありません。いつでもやり直せます。</translation>
    </message>
    <message>
        <source>The server took the message for {accepted} of {recipients} recipients.</source>
        <translation>宛先 {recipients} 件のうち {accepted} 件について、サーバがメールを受け付けました。</translation>
    </message>
    <message>
        <source>See the answer for each recipient, correct the addresses, and send again to those only.</source>
        <translation>宛先ごとの応答を確かめ、アドレスを直して、その宛先にだけ送り直してください。</translation>
    </message>
    <message>
        <source>Nothing needs to be changed; a test mail shows whether sending works too.</source>
        <translation>設定を変える必要はありません。実際に送信できるかどうかは、テストメールで分かります。</translation>
    </message>
    <message>
        <source>The server answers well. It is set to be used without a login.</source>
        <translation>サーバは正しく応答しています。ログインせずに使う設定になっています。</translation>
    </message>
    <message>
        <source>Send a test mail to see whether the server takes mail from you without a login.</source>
        <translation>ログインなしでメールを受け付けるかどうか、テストメールを送って確かめてください。</translation>
    </message>
    <message>
        <source>The server said what it can do.</source>
        <translation>サーバから、使える機能の応答がありました。</translation>
    </message>
    <message>
        <source>Nothing needs to be changed; each line is explained beside it.</source>
        <translation>設定を変える必要はありません。各行に説明が付いています。</translation>
    </message>
    <message>
        <source>The server took the message.</source>
        <translation>サーバがメールを受け付けました。</translation>
    </message>
    <message>
        <source>Look into the recipient&apos;s mailbox, and its spam folder too: the way behind this server cannot be seen from here.</source>
        <translation>宛先のメールボックスと、迷惑メールのフォルダも見てください。このサーバから先の様子は、ここからは分かりません。</translation>
    </message>
    <message>
        <source>{host} did not answer within {seconds} s, at this step: {step}.</source>
        <translation>「{step}」の段階で、{host} が {seconds} 秒以内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The server ended the connection without a word, at this step: {step}.</source>
        <translation>「{step}」の段階で、サーバが何も言わずに接続を切りました。</translation>
    </message>
    <message>
        <source>Try again in some minutes; the settings may well be right.</source>
        <translation>数分たってからもう一度試してください。設定は正しいのかもしれません。</translation>
    </message>
    <message>
        <source>Should name the largest message the server takes, but this is no readable number.</source>
        <translation>受け付けるメールの最大の大きさを示すはずですが、数として読めません。</translation>
    </message>
    <message>
        <source>The server reads the size of a message beforehand; it names no fixed limit.</source>
        <translation>メールの大きさを先に伝えられます。決まった上限は示されていません。</translation>
    </message>
    <message>
        <source>Messages may be up to {value} large.</source>
        <translation>メールは {value} まで受け付けます。</translation>
    </message>
    <message>
        <source>Announces a login but names no method, so there is none to use.</source>
        <translation>ログインできると言っていますが、方式の名前がないので使えません。</translation>
    </message>
    <message>
        <source>The methods of logging in, in an old form for old programs: {value}.</source>
        <translation>使えるログインの方式です。古いプログラムのための古い書き方です: {value}。</translation>
    </message>
    <message>
        <source>The methods of logging in: {value}.</source>
        <translation>使えるログインの方式: {value}。</translation>
    </message>
    <message>
        <source>A firewall on the way has painted over this line; it may have been STARTTLS.</source>
        <translation>途中のファイアウォールがこの行を塗りつぶしました。元は STARTTLS だったのかもしれません。</translation>
    </message>
    <message>
        <source>Private to this kind of server (it starts with X); Proserpina makes no use of it.</source>
        <translation>この種類のサーバに独自のものです (X で始まります)。プロセルピナは使いません。</translation>
    </message>
    <message>
        <source>Not known to Proserpina, which makes no use of it; sending mail does not need it.</source>
        <translation>プロセルピナの知らないキーワードです。メールの送信には必要ないので、使いません。</translation>
    </message>
    <message>
        <source>The server says yes without its name.</source>
        <translation>サーバが、名前を言わずに応じています。</translation>
    </message>
    <message>
        <source>The server calls itself {value}; it knows only the old HELO and lists no abilities.</source>
        <translation>サーバの名前は {value} です。古い HELO しか分からず、使える機能を示しません。</translation>
    </message>
    <message>
        <source>The server calls itself {value} and greets; the lines below say what it can do.</source>
        <translation>サーバの名前は {value} です。下の行が、このサーバで使える機能です。</translation>
    </message>
    <message>
        <source>It says: {value}.</source>
        <translation>値: {value}。</translation>
    </message>
    <message>
        <source>An empty line; it says nothing.</source>
        <translation>空の行です。意味はありません。</translation>
    </message>
    <message>
        <source>SCRAM tied to the encrypted connection; Proserpina does not use this form.</source>
        <translation>暗号化した接続に結び付けた SCRAM です。プロセルピナはこの形を使いません。</translation>
    </message>
    <message>
        <source>A kind of SCRAM with another checksum; Proserpina uses SCRAM-SHA-256 only.</source>
        <translation>SCRAM の一種で、別のハッシュを使います。プロセルピナは SCRAM-SHA-256 だけを使います。</translation>
    </message>
    <message>
        <source>A way of logging in that Proserpina does not know.</source>
        <translation>プロセルピナの知らないログインの方式です。</translation>
    </message>
    <message>
        <source>The server can switch this connection to encryption.</source>
        <translation>この接続を途中から暗号化できます。</translation>
    </message>
    <message>
        <source>Several commands may be sent at once, which saves time.</source>
        <translation>複数のコマンドをまとめて送れるので、時間が短くなります。</translation>
    </message>
    <message>
        <source>Messages may hold 8-bit text without being re-coded.</source>
        <translation>8 ビットの文字を、変換せずにメールに入れられます。</translation>
    </message>
    <message>
        <source>Addresses and headers may have letters outside ASCII, such as Japanese ones.</source>
        <translation>アドレスやヘッダに、日本語のような ASCII 以外の文字を使えます。</translation>
    </message>
    <message>
        <source>Replies carry a second, finer code such as 5.1.1, so a cause can be named exactly.</source>
        <translation>応答に 5.1.1 のような詳しいコードが付くので、原因を正確に示せます。</translation>
    </message>
    <message>
        <source>A delivery report can be asked for, on success or failure.</source>
        <translation>配達できたか、できなかったかの通知を頼めます。</translation>
    </message>
    <message>
        <source>A message may be sent in pieces of known length (BDAT); Proserpina sends it whole.</source>
        <translation>メールを、長さを決めて分けて送れます (BDAT)。プロセルピナは分けずに送ります。</translation>
    </message>
    <message>
        <source>Messages may hold raw binary parts, together with CHUNKING; Proserpina encodes them.</source>
        <translation>CHUNKING と合わせて、バイナリをそのままメールに入れられます。プロセルピナは変換して送ります。</translation>
    </message>
    <message>
        <source>Another mail server may ask for the mail that waits for it; mail programs do not need it.</source>
        <translation>別のメールサーバが、自分あてにたまったメールを求めるためのものです。メールソフトには必要ありません。</translation>
    </message>
    <message>
        <source>The server can be asked whether a mailbox exists; many answer only vaguely.</source>
        <translation>メールボックスがあるかどうかを尋ねられます。はっきり答えないサーバが多くあります。</translation>
    </message>
    <message>
        <source>The server can be asked for the members of a mailing list.</source>
        <translation>メーリングリストの会員を尋ねられます。</translation>
    </message>
    <message>
        <source>The server answers the command HELP, for people who type to it.</source>
        <translation>HELP コマンドに答えます。手で入力する人のためのものです。</translation>
    </message>
    <message>
        <source>A time can be set within which the message has to be delivered.</source>
        <translation>メールをいつまでに届けるか、期限を付けられます。</translation>
    </message>
    <message>
        <source>A message can be given a priority on its way.</source>
        <translation>メールに優先度を付けられます。</translation>
    </message>
    <message>
        <source>A message can be sent so that it travels encrypted all the way or not at all.</source>
        <translation>宛先まですべて暗号化して送り、できなければ送らないように指定できます。</translation>
    </message>
    <message>
        <source>The server can fetch a message or attachment from the IMAP mailbox itself.</source>
        <translation>メールや添付ファイルを、サーバが IMAP のメールボックスから直接取り出せます。</translation>
    </message>
    <message>
        <source>A transfer that broke off can be taken up again where it stopped.</source>
        <translation>途中で切れた送信を、切れた所から続けられます。</translation>
    </message>
    <message>
        <source>The server can hold a message back and send it at a set time.</source>
        <translation>メールをサーバに預けて、決めた時刻に送れます。</translation>
    </message>
    <message>
        <source>The server refuses advertising, and says so beforehand.</source>
        <translation>広告のメールを断ることを、前もって知らせています。</translation>
    </message>
    <message>
        <source>A message may be converted for the recipient&apos;s device where the sender allows it.</source>
        <translation>差出人が許せば、宛先の機器に合わせてメールを変換できます。</translation>
    </message>
    <message>
        <source>The server can say which forms of content the recipient&apos;s device takes.</source>
        <translation>宛先の機器がどの形式を受け取れるかを知らせます。</translation>
    </message>
    <message>
        <source>The server names its limits, such as recipients for one message.</source>
        <translation>1 通あたりの宛先の数など、サーバの制限を知らせます。</translation>
    </message>
    <message>
        <source>A message can be kept from an address that has changed its owner since a given date.</source>
        <translation>指定した日より後に持ち主が変わったアドレスには、届けないように頼めます。</translation>
    </message>
    <message>
        <source>The way of a message can be traced afterwards.</source>
        <translation>送った後で、メールの経路をたどれます。</translation>
    </message>
    <message>
        <source>The sender responsible for a message can be named (Sender ID, an experiment that has ended).</source>
        <translation>メールに責任を持つ送信者を示せます (Sender ID。終わった試みです)。</translation>
    </message>
    <message>
        <source>A mail server without a fixed address may log in and fetch its mail; mail programs do not need it.</source>
        <translation>アドレスが固定でないメールサーバが、ログインして自分のメールを受け取るためのものです。メールソフトには必要ありません。</translation>
    </message>
    <message>
        <source>Old: server and client may change roles. It is unsafe and unused today.</source>
        <translation>古い機能: サーバとクライアントが役割を入れ替えます。安全でなく、今は使われません。</translation>
    </message>
    <message>
        <source>Old: a message may be shown on the recipient&apos;s terminal.</source>
        <translation>古い機能: 宛先の人の端末にメールを表示します。</translation>
    </message>
    <message>
        <source>Old: a message may be shown on the recipient&apos;s terminal, or else be mailed.</source>
        <translation>古い機能: 宛先の人の端末にメールを表示し、できなければメールボックスに届けます。</translation>
    </message>
    <message>
        <source>Old: a message may be shown on the recipient&apos;s terminal and be mailed as well.</source>
        <translation>古い機能: 宛先の人の端末にメールを表示し、メールボックスにも届けます。</translation>
    </message>
    <message>
        <source>An early experiment with letters outside ASCII; SMTPUTF8 has taken its place.</source>
        <translation>ASCII 以外の文字を使うための初期の試みです。今は SMTPUTF8 に代わりました。</translation>
    </message>
    <message>
        <source>Old: the server can report in detail what it does with a message.</source>
        <translation>古い機能: サーバがメールをどう処理しているかを詳しく知らせます。</translation>
    </message>
    <message>
        <source>Old: the client may say that it sends one message only.</source>
        <translation>古い機能: 1 通だけ送ることをクライアントが前もって知らせます。</translation>
    </message>
    <message>
        <source>Mail can be sent by radio or multicast to many servers at once; mail programs do not need it.</source>
        <translation>電波やマルチキャストで、多くのサーバに一度にメールを送れます。メールソフトには必要ありません。</translation>
    </message>
    <message>
        <source>Postfix: a trusted proxy may say for whom it speaks; mail programs do not need it.</source>
        <translation>Postfix: 信頼された中継が、だれの代わりかを知らせます。メールソフトには必要ありません。</translation>
    </message>
    <message>
        <source>Postfix: a filter may pass on where a message came from; mail programs do not need it.</source>
        <translation>Postfix: フィルタが、メールがどこから来たかを引き継ぎます。メールソフトには必要ありません。</translation>
    </message>
    <message>
        <source>Postfix: each recipient of a mailing list can get a return address of its own.</source>
        <translation>Postfix: メーリングリストの宛先ごとに、別々の返送先アドレスを付けられます。</translation>
    </message>
    <message>
        <source>Exchange: ways of logging in between its own servers; mail programs use AUTH.</source>
        <translation>Exchange: サーバどうしのログインの方式です。メールソフトは AUTH を使います。</translation>
    </message>
    <message>
        <source>Exchange: encryption between its own servers; mail programs use STARTTLS.</source>
        <translation>Exchange: サーバどうしの暗号化です。メールソフトは STARTTLS を使います。</translation>
    </message>
    <message>
        <source>Exchange: its servers tell each other about their connections.</source>
        <translation>Exchange: サーバどうしが接続の状態を知らせ合います。</translation>
    </message>
    <message>
        <source>How many recipients one message may have.</source>
        <translation>1 通のメールに付けられる宛先の数です。</translation>
    </message>
    <message>
        <source>Exchange: a server may name the database where a message belongs.</source>
        <translation>Exchange: メールが入るデータベースをサーバが示せます。</translation>
    </message>
    <message>
        <source>Exchange: its servers pass on properties of a message.</source>
        <translation>Exchange: サーバどうしがメールの属性を引き継ぎます。</translation>
    </message>
    <message>
        <source>Exchange: its servers keep a second copy of a message under way.</source>
        <translation>Exchange: 配送中のメールの写しをサーバどうしで持ちます。</translation>
    </message>
    <message>
        <source>Exchange: its servers pass on the organisation a message comes from.</source>
        <translation>Exchange: メールを出した組織をサーバどうしで引き継ぎます。</translation>
    </message>
    <message>
        <source>Exchange: a server in front may say for whom it speaks.</source>
        <translation>Exchange: 手前のサーバが、だれの代わりかを知らせます。</translation>
    </message>
    <message>
        <source>Sendmail: the client may say that it is a mail program.</source>
        <translation>Sendmail: クライアントが、メールソフトであることを知らせます。</translation>
    </message>
    <message>
        <source>Oracle&apos;s server can say how it reads an address.</source>
        <translation>Oracle のサーバ: アドレスをどう読んだかを答えます。</translation>
    </message>
    <message>
        <source>Oracle&apos;s server can report on its state.</source>
        <translation>Oracle のサーバ: 状態を答えます。</translation>
    </message>
    <message>
        <source>Oracle&apos;s server can report on its connections.</source>
        <translation>Oracle のサーバ: 接続の様子を答えます。</translation>
    </message>
    <message>
        <source>Oracle&apos;s server can be told to read its settings anew.</source>
        <translation>Oracle のサーバ: 設定を読み直すように指示できます。</translation>
    </message>
    <message>
        <source>Oracle&apos;s server marks itself, so that mail cannot go round in circles.</source>
        <translation>Oracle のサーバ: 自分の印を付けて、メールが回り続けるのを防ぎます。</translation>
    </message>
    <message>
        <source>Oracle&apos;s server can be told how much to deliver at once.</source>
        <translation>Oracle のサーバ: 一度に配達する量を指示できます。</translation>
    </message>
    <message>
        <source>Old private form of asking for a delivery report; DSN has taken its place.</source>
        <translation>配達の通知を頼むための、古い独自の書き方です。今は DSN に代わりました。</translation>
    </message>
    <message>
        <source>Private form of ETRN: a mail server may ask for its waiting mail.</source>
        <translation>独自の ETRN です。メールサーバが、たまった自分のメールを求めるためのものです。</translation>
    </message>
    <message>
        <source>Sends ID and password in one piece; safe only on an encrypted connection. PLAIN1 and PLAIN2 are its two forms.</source>
        <translation>ID とパスワードを 1 つにまとめて送ります。暗号化した接続でだけ安全です。PLAIN1 と PLAIN2 の 2 つの形があります。</translation>
    </message>
    <message>
        <source>Sends first the ID, then the password; safe only on an encrypted connection.</source>
        <translation>はじめに ID、次にパスワードを送ります。暗号化した接続でだけ安全です。</translation>
    </message>
    <message>
        <source>Proves the password without sending it, by an old checksum (MD5).</source>
        <translation>パスワードを送らずに、知っていることを示します。古いハッシュ (MD5) を使います。</translation>
    </message>
    <message>
        <source>An old relative of CRAM-MD5, withdrawn in 2011; Proserpina does not use it.</source>
        <translation>CRAM-MD5 に似た古い方式で、2011 年に廃止されました。プロセルピナは使いません。</translation>
    </message>
    <message>
        <source>Proves the password without sending it, and lets the server prove that it knows it too: the best choice here.</source>
        <translation>パスワードを送らずに、知っていることを示します。サーバもパスワードを知っていることを示します。ここではこれが一番よい方式です。</translation>
    </message>
    <message>
        <source>Windows&apos; own login, old and weak; Proserpina does not use it.</source>
        <translation>Windows 独自の古くて弱い方式です。プロセルピナは使いません。</translation>
    </message>
    <message>
        <source>Logs in by a ticket of the company network (Kerberos); Proserpina does not use it.</source>
        <translation>社内ネットワークのチケット (Kerberos) でログインします。プロセルピナは使いません。</translation>
    </message>
    <message>
        <source>Logs in by a ticket of the company network (Windows or Kerberos); Proserpina does not use it.</source>
        <translation>社内ネットワークのチケット (Windows または Kerberos) でログインします。プロセルピナは使いません。</translation>
    </message>
    <message>
        <source>Lets in guests without a password; Proserpina does not use it.</source>
        <translation>パスワードなしでだれでも入れます。プロセルピナは使いません。</translation>
    </message>
    <message>
        <source>Logs in by a private key; Proserpina does not use it.</source>
        <translation>秘密鍵でログインします。プロセルピナは使いません。</translation>
    </message>
    <message>
        <source>Choose STARTTLS or SMTPs; or allow this server the password without encryption, if you trust the whole way.</source>
        <translation>STARTTLS か SMTPs を選んでください。経路がすべて信頼できるなら、このサーバに限って、暗号化なしのパスワードを許すこともできます。</translation>
    </message>
    <message>
        <source>The server does not offer this login on a connection without encryption; it offers STARTTLS.</source>
        <translation>暗号化なしの接続では、サーバはこの認証方式を示しません。STARTTLS は使えます。</translation>
    </message>
    <message>
        <source>Choose STARTTLS instead of {security}.</source>
        <translation>「{security}」ではなく STARTTLS を選んでください。</translation>
    </message>
    <message>
        <source>This server offers no login here, though ID and password are set. Nothing was sent without it.</source>
        <translation>ID とパスワードが設定されていますが、このサーバは、ここではログインできません。ログインなしでは何も送っていません。</translation>
    </message>
    <message>
        <source>Try port 587 with STARTTLS or 465 with SMTPs; if the server needs no login, choose no authentication.</source>
        <translation>ポート 587 で STARTTLS、または 465 で SMTPs を試してください。ログインのいらないサーバなら、「認証なし」を選んでください。</translation>
    </message>
    <message>
        <source>The provider refused the login: sending by SMTP is switched off for this account, or the password is wrong.</source>
        <translation>プロバイダがログインを拒否しました。このアカウントでは SMTP による送信が止められているか、パスワードが違います。</translation>
    </message>
    <message>
        <source>The server has stopped taking logins after too many tries.</source>
        <translation>試した回数が多すぎるので、サーバはログインを受け付けなくなりました。</translation>
    </message>
    <message>
        <source>Wait an hour, check ID and password, and then try once.</source>
        <translation>1 時間ほど待ち、ID とパスワードを確かめてから、一度だけ試してください。</translation>
    </message>
    <message>
        <source>The server says that this account is locked or switched off.</source>
        <translation>このアカウントはロックされているか、止められていると、サーバが言っています。</translation>
    </message>
    <message>
        <source>Sign in on the provider&apos;s site to unlock it, or ask the provider.</source>
        <translation>プロバイダのサイトにログインしてロックを解くか、プロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>The provider refused the password; for programs it wants one made for them (app password).</source>
        <translation>プロバイダがこのパスワードを拒否しました。プログラム専用のパスワード (アプリパスワード) が必要です。</translation>
    </message>
    <message>
        <source>Make an app password in the account&apos;s security settings on the provider&apos;s site and use it here; the ID is the whole address.</source>
        <translation>プロバイダのサイトにあるアカウントのセキュリティ設定でアプリパスワードを作り、ここで使ってください。ID はメールアドレス全体です。</translation>
    </message>
    <message>
        <source>The server wants an encrypted connection first.</source>
        <translation>サーバは、先に暗号化した接続を求めています。</translation>
    </message>
    <message>
        <source>Choose STARTTLS instead of {security}, or SMTPs with port 465.</source>
        <translation>「{security}」ではなく STARTTLS を選ぶか、SMTPs とポート 465 を選んでください。</translation>
    </message>
    <message>
        <source>Choose SCRAM-SHA-256, the top of the ladder, or ask the provider which method it wants.</source>
        <translation>一番上の SCRAM-SHA-256 を選ぶか、どの方式が必要かをプロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>The server does not understand PLAIN1, which sends ID and password in the first line.</source>
        <translation>サーバは、ID とパスワードを 1 行目で送る PLAIN1 を理解しません。</translation>
    </message>
    <message>
        <source>Choose PLAIN2, which waits for the server to ask.</source>
        <translation>サーバに尋ねられてから送る PLAIN2 を選んでください。</translation>
    </message>
    <message>
        <source>The server does not understand PLAIN2, which waits for the server to ask.</source>
        <translation>サーバは、尋ねられてから送る PLAIN2 を理解しません。</translation>
    </message>
    <message>
        <source>Choose PLAIN1, which sends ID and password in the first line.</source>
        <translation>ID とパスワードを 1 行目で送る PLAIN1 を選んでください。</translation>
    </message>
    <message>
        <source>The server does not know the method {method}; it offers {offered}.</source>
        <translation>サーバは {method} という方式を知りません。使える方式: {offered}。</translation>
    </message>
    <message>
        <source>Choose another method that it offers, such as LOGIN or PLAIN1.</source>
        <translation>LOGIN や PLAIN1 など、サーバで使える別の方式を選んでください。</translation>
    </message>
    <message>
        <source>The server does not take this ID with this password ({method}).</source>
        <translation>サーバは、この ID とパスワードの組み合わせを受け付けません ({method})。</translation>
    </message>
    <message>
        <source>Check the password and the ID: some servers want the whole address, others only the part before the @. If both are right, try another method.</source>
        <translation>パスワードと ID を確かめてください。ID は、アドレス全体のサーバと、@ より前の部分だけのサーバがあります。どちらも正しければ、別の認証方式を試してください。</translation>
    </message>
    <message>
        <source>The server cannot check logins just now; this says nothing about the password.</source>
        <translation>サーバは今、ログインを確かめられません。パスワードが正しいかどうかとは関係ありません。</translation>
    </message>
    <message>
        <source>Try again in some minutes without changing anything.</source>
        <translation>何も変えずに、数分たってからもう一度試してください。</translation>
    </message>
    <message>
        <source>The server offers only logins that Proserpina does not know: {offered}.</source>
        <translation>サーバで使えるログインは、プロセルピナの知らない方式だけです: {offered}。</translation>
    </message>
    <message>
        <source>The server offers neither {method} nor a method below it; it offers {offered}.</source>
        <translation>サーバでは、{method} も、それより下の方式も使えません。使える方式: {offered}。</translation>
    </message>
    <message>
        <source>Choose one that it offers. From the chosen method the ladder goes only down: SCRAM-SHA-256, CRAM-MD5, LOGIN, PLAIN1; PLAIN2 has none.</source>
        <translation>サーバで使える方式を選んでください。選んだ方式から SCRAM-SHA-256、CRAM-MD5、LOGIN、PLAIN1 の順に下へだけ切り替わります。PLAIN2 は切り替わりません。</translation>
    </message>
    <message>
        <source>The password could not be fetched{because}.</source>
        <translation>パスワードを取り出せませんでした{because}。</translation>
    </message>
    <message>
        <source>Unlock the keychain, check the password command, or give the password another way.</source>
        <translation>キーチェーンのロックを解くか、パスワードのコマンドを確かめるか、別の方法でパスワードを入れてください。</translation>
    </message>
    <message>
        <source>The server asked something at the login that {method} cannot answer.</source>
        <translation>ログインのとき、{method} では答えられないことをサーバが尋ねました。</translation>
    </message>
    <message>
        <source>Choose another method that it offers: {offered}.</source>
        <translation>サーバで使える別の方式を選んでください: {offered}。</translation>
    </message>
    <message>
        <source>{host} could not prove that it knows the password: it may be a stranger posing as your server.</source>
        <translation>{host} は、パスワードを知っていることを示せませんでした。あなたのサーバに成りすました別の相手かもしれません。</translation>
    </message>
    <message>
        <source>Check host and certificate before you use the password there by another method.</source>
        <translation>別の方式でこのパスワードを使う前に、ホスト名と証明書を確かめてください。</translation>
    </message>
    <message>
        <source>Correct it and try again; nothing was sent.</source>
        <translation>直してからもう一度試してください。何も送っていません。</translation>
    </message>
    <message>
        <source>The message could not be put together{because}.</source>
        <translation>メールを作れませんでした{because}。</translation>
    </message>
    <message>
        <source>Check that the file and its attachments are there and readable; the message was not sent.</source>
        <translation>ファイルと添付ファイルがあり、読めることを確かめてください。メールは送っていません。</translation>
    </message>
    <message>
        <source>The message has a line that is longer than the 998 octets allowed.</source>
        <translation>メールに、決まりの 998 バイトより長い行があります。</translation>
    </message>
    <message>
        <source>Break the long line, or let the mail program encode the message (quoted-printable or base64).</source>
        <translation>長い行を分けるか、メールソフトで変換 (quoted-printable や base64) してください。</translation>
    </message>
    <message>
        <source>The message has 8-bit text, and the server takes only 7-bit messages.</source>
        <translation>メールに 8 ビットの文字がありますが、サーバは 7 ビットのメールしか受け付けません。</translation>
    </message>
    <message>
        <source>Have the message encoded (quoted-printable or base64), or use a server with 8BITMIME.</source>
        <translation>メールを変換 (quoted-printable や base64) するか、8BITMIME の使えるサーバを使ってください。</translation>
    </message>
    <message>
        <source>An address or header has letters outside ASCII, and the server cannot carry them (no SMTPUTF8).</source>
        <translation>アドレスかヘッダに ASCII 以外の文字がありますが、サーバはそれを扱えません (SMTPUTF8 なし)。</translation>
    </message>
    <message>
        <source>Use an address with plain letters before the @, or a server with SMTPUTF8.</source>
        <translation>@ より前が英数字だけのアドレスを使うか、SMTPUTF8 の使えるサーバを使ってください。</translation>
    </message>
    <message>
        <source>This account or computer has sent as much as the server allows for now.</source>
        <translation>このアカウントまたはコンピュータは、サーバが今許す量まで送信しました。</translation>
    </message>
    <message>
        <source>Wait, up to a day, and send less at a time; the settings are right.</source>
        <translation>1 日ほどまで待ち、一度に送る量を減らしてください。設定は正しいです。</translation>
    </message>
    <message>
        <source>Send through the server that the domain&apos;s owner names for it, and use that account&apos;s own address as From.</source>
        <translation>ドメインの持ち主が定めたサーバから送ってください。発信アドレスには、そのアカウント自身のアドレスを使ってください。</translation>
    </message>
    <message>
        <source>The account that logged in may not send with this sender address.</source>
        <translation>ログインしたアカウントは、この差出人アドレスでは送信できません。</translation>
    </message>
    <message>
        <source>Use the account&apos;s own address as From, or log in with the account to which the address belongs.</source>
        <translation>発信アドレスにこのアカウント自身のアドレスを使うか、そのアドレスの持ち主のアカウントでログインしてください。</translation>
    </message>
    <message>
        <source>The server takes this mail only after a login, and there was none.</source>
        <translation>サーバはログインしないとこのメールを受け付けませんが、ログインしていません。</translation>
    </message>
    <message>
        <source>Choose a method of SMTP-AUTH and set ID and password; port 587 or 465 is usual for that.</source>
        <translation>SMTP認証の方式を選び、ID とパスワードを設定してください。普通、ポートは 587 か 465 です。</translation>
    </message>
    <message>
        <source>The server cannot find the domain of the sender address.</source>
        <translation>サーバは、差出人アドレスのドメインを見つけられません。</translation>
    </message>
    <message>
        <source>The server expected another command at this step: {step}.</source>
        <translation>「{step}」の段階で、サーバは別のコマンドを待っていました。</translation>
    </message>
    <message>
        <source>See the server&apos;s own words; often it wants a login first, so check the method.</source>
        <translation>サーバの応答をご覧ください。先にログインが必要なことが多いので、認証方式を確かめてください。</translation>
    </message>
    <message>
        <source>The server does not pass mail on to {recipient} for this sender.</source>
        <translation>サーバは、この差出人からのメールを {recipient} へ中継しません。</translation>
    </message>
    <message>
        <source>Use the account&apos;s own address as From; check that this is your provider&apos;s server for sending.</source>
        <translation>発信アドレスにはこのアカウント自身のアドレスを使ってください。また、これがプロバイダの送信サーバかどうかを確かめてください。</translation>
    </message>
    <message>
        <source>The mailbox of {recipient} is full.</source>
        <translation>{recipient} のメールボックスはいっぱいです。</translation>
    </message>
    <message>
        <source>Tell the recipient by another way, and send again when there is room.</source>
        <translation>宛先の人に別の方法で知らせ、空きができてから送り直してください。</translation>
    </message>
    <message>
        <source>The mailbox of {recipient} takes no mail: it is switched off.</source>
        <translation>{recipient} のメールボックスは止められていて、メールを受け取りません。</translation>
    </message>
    <message>
        <source>Ask the recipient for another address.</source>
        <translation>宛先の人に別のアドレスを尋ねてください。</translation>
    </message>
    <message>
        <source>There is no mailbox for {recipient} here any more.</source>
        <translation>{recipient} のメールボックスは、もうここにありません。</translation>
    </message>
    <message>
        <source>Use the new address, if the server&apos;s own words name one.</source>
        <translation>サーバの応答に新しいアドレスがあれば、それを使ってください。</translation>
    </message>
    <message>
        <source>The server finds no way to the domain of {recipient}.</source>
        <translation>サーバは、{recipient} のドメインへ送る道を見つけられません。</translation>
    </message>
    <message>
        <source>The server does not know {recipient}.</source>
        <translation>サーバに {recipient} という宛先はありません。</translation>
    </message>
    <message>
        <source>Check the spelling of the address before the @, or ask the recipient for it.</source>
        <translation>アドレスの @ より前のつづりを確かめるか、宛先の人に尋ねてください。</translation>
    </message>
    <message>
        <source>The server cannot read the address {recipient}.</source>
        <translation>サーバは {recipient} というアドレスを読めません。</translation>
    </message>
    <message>
        <source>Check the address for stray spaces, quotes or letters.</source>
        <translation>アドレスに余分な空白や引用符、文字がないか確かめてください。</translation>
    </message>
    <message>
        <source>The server takes no more recipients for one message.</source>
        <translation>サーバは、1 通のメールにこれ以上の宛先を受け付けません。</translation>
    </message>
    <message>
        <source>Send the message to the others separately.</source>
        <translation>残りの宛先には、別に分けて送ってください。</translation>
    </message>
    <message>
        <source>The server puts {recipient} off for now, as many do with a sender they do not know yet.</source>
        <translation>サーバは {recipient} へのメールを今は保留しています。はじめての差出人にはよくあることです。</translation>
    </message>
    <message>
        <source>Try again in a quarter of an hour; the settings are probably right.</source>
        <translation>15 分ほどたってからもう一度試してください。設定はおそらく正しいです。</translation>
    </message>
    <message>
        <source>The server has no room for messages just now.</source>
        <translation>サーバには今、メールを置く空きがありません。</translation>
    </message>
    <message>
        <source>The server found a virus in the message, or believes so.</source>
        <translation>サーバは、メールにウイルスがある、またはその疑いがあると言っています。</translation>
    </message>
    <message>
        <source>Check the attachments with a virus scanner; leave out programs and locked archives.</source>
        <translation>添付ファイルをウイルス対策ソフトで調べてください。プログラムや、パスワード付きの書庫は外してください。</translation>
    </message>
    <message>
        <source>The server does not take a message with such an attachment.</source>
        <translation>サーバは、このような添付ファイルのあるメールを受け付けません。</translation>
    </message>
    <message>
        <source>Leave out programs, scripts and locked archives; put the file somewhere and send the link.</source>
        <translation>プログラム、スクリプト、パスワード付きの書庫を外してください。ファイルは別の場所に置き、リンクを送ってください。</translation>
    </message>
    <message>
        <source>Change subject and text, leave out links, and use the account&apos;s own address as From.</source>
        <translation>件名と本文を変え、リンクを外し、発信アドレスにはこのアカウント自身のアドレスを使ってください。</translation>
    </message>
    <message>
        <source>The server finds the form of the message wrong.</source>
        <translation>サーバは、メールの形式が正しくないと言っています。</translation>
    </message>
    <message>
        <source>See the server&apos;s own words; a message file may lack a header such as From or Date.</source>
        <translation>サーバの応答をご覧ください。メールのファイルに From や Date などのヘッダが足りないのかもしれません。</translation>
    </message>
    <message>
        <source>The message is too large for the server (its limit: {limit}).</source>
        <translation>メールがサーバの上限を超えています (上限: {limit})。</translation>
    </message>
    <message>
        <source>Send smaller attachments, split them over several mails, or put them somewhere and send the link.</source>
        <translation>添付ファイルを小さくするか、何通かに分けるか、別の場所に置いてリンクを送ってください。</translation>
    </message>
    <message>
        <source>There is no host named {host}.</source>
        <translation>{host} というホストはありません。</translation>
    </message>
    <message>
        <source>Check the spelling of the host; often it is smtp. or mail. and the provider&apos;s domain.</source>
        <translation>ホスト名のつづりを確かめてください。smtp. や mail. の後にプロバイダのドメインが続く名前が多くあります。</translation>
    </message>
    <message>
        <source>Host names cannot be looked up: no name server answers.</source>
        <translation>ホスト名を調べられません。ネームサーバが応答しません。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network connection, then try again; the host may well be right.</source>
        <translation>このコンピュータのネットワーク接続を確かめてから、もう一度試してください。ホスト名は正しいのかもしれません。</translation>
    </message>
    <message>
        <source>{host} cannot be reached on port 25; many networks block that port to stop spam.</source>
        <translation>ポート 25 では {host} に接続できません。迷惑メールを防ぐため、多くのネットワークがこのポートを閉じています。</translation>
    </message>
    <message>
        <source>Use port 587 with STARTTLS or port 465 with SMTPs, if the server has them.</source>
        <translation>サーバで使えるなら、ポート 587 と STARTTLS、またはポート 465 と SMTPs を使ってください。</translation>
    </message>
    <message>
        <source>{host} refuses connections on port {port}: no server listens there.</source>
        <translation>{host} のポート {port} では接続が断られました。そこで待っているサーバがありません。</translation>
    </message>
    <message>
        <source>Check the port: 587 is usual with STARTTLS, 465 with SMTPs, 25 without encryption.</source>
        <translation>ポートを確かめてください。普通は STARTTLS なら 587、SMTPs なら 465、暗号化なしなら 25 です。</translation>
    </message>
    <message>
        <source>There is no way through the network to {host}, port {port}.</source>
        <translation>{host} のポート {port} へ届くネットワークの経路がありません。</translation>
    </message>
    <message>
        <source>{host} did not answer on port {port} within {seconds} s.</source>
        <translation>{host} のポート {port} が {seconds} 秒以内に応答しませんでした。</translation>
    </message>
    <message>
        <source>No connection to {host}, port {port}{because}.</source>
        <translation>{host} のポート {port} に接続できませんでした{because}。</translation>
    </message>
    <message>
        <source>Check host and port, and this computer&apos;s network connection.</source>
        <translation>ホスト名とポート、このコンピュータのネットワーク接続を確かめてください。</translation>
    </message>
    <message>
        <source>{host} sent no greeting; servers on port 465 usually wait for encryption first.</source>
        <translation>{host} から最初の応答がありません。ポート 465 のサーバは普通、先に暗号化を待ちます。</translation>
    </message>
    <message>
        <source>Choose SMTPs instead of {security}, or port 587.</source>
        <translation>「{security}」ではなく SMTPs を選ぶか、ポート 587 を使ってください。</translation>
    </message>
    <message>
        <source>{host} took the connection, but sent no greeting within {seconds} s.</source>
        <translation>{host} に接続できましたが、{seconds} 秒以内に最初の応答がありませんでした。</translation>
    </message>
    <message>
        <source>What answers at {host}, port {port}, is not a mail server.</source>
        <translation>{host} のポート {port} で応答したのは、メールサーバではありません。</translation>
    </message>
    <message>
        <source>Check host and port: 587 is usual with STARTTLS, 465 with SMTPs.</source>
        <translation>ホスト名とポートを確かめてください。普通は STARTTLS なら 587、SMTPs なら 465 です。</translation>
    </message>
    <message>
        <source>Send through your own provider&apos;s server with a login, or from another network.</source>
        <translation>プロバイダの送信サーバにログインして送るか、別のネットワークから送ってください。</translation>
    </message>
    <message>
        <source>{host} refuses to talk to this computer at all.</source>
        <translation>{host} は、このコンピュータとの通信を一切断っています。</translation>
    </message>
    <message>
        <source>See the server&apos;s own words; check the host, or try from another network.</source>
        <translation>サーバの応答をご覧ください。ホスト名を確かめるか、別のネットワークから試してください。</translation>
    </message>
    <message>
        <source>The server does not like the name this computer gives itself, {ehloName}.</source>
        <translation>サーバは、このコンピュータの名乗る名前 {ehloName} を受け付けません。</translation>
    </message>
    <message>
        <source>Set another EHLO name: a full host name such as pc.example.org, or an address in brackets.</source>
        <translation>別の EHLO 名を設定してください。pc.example.org のような完全なホスト名か、角括弧で囲んだアドレスです。</translation>
    </message>
    <message>
        <source>The server refused the login and then ended the connection.</source>
        <translation>サーバはログインを拒否し、その後で接続を切りました。</translation>
    </message>
    <message>
        <source>Check ID and password before trying again: many servers lock an account after some wrong tries.</source>
        <translation>もう一度試す前に ID とパスワードを確かめてください。何度か間違えるとアカウントをロックするサーバが多くあります。</translation>
    </message>
    <message>
        <source>The server sent something that is no SMTP reply, at this step: {step}.</source>
        <translation>「{step}」の段階で、SMTP の応答ではないものがサーバから届きました。</translation>
    </message>
    <message>
        <source>See the transcript; something in between, such as a proxy or virus scanner, may be answering.</source>
        <translation>通信の記録をご覧ください。プロキシやウイルス対策ソフトなど、途中の何かが答えているのかもしれません。</translation>
    </message>
    <message>
        <source>The server contradicts itself: one reply with two codes, at this step: {step}.</source>
        <translation>「{step}」の段階で、サーバの応答が矛盾しています。1 つの応答にコードが 2 つあります。</translation>
    </message>
    <message>
        <source>See the transcript and tell the server&apos;s operator; it was taken as a failure.</source>
        <translation>通信の記録をご覧になり、サーバの管理者に知らせてください。失敗として扱いました。</translation>
    </message>
    <message>
        <source>The server&apos;s reply did not end, at this step: {step}.</source>
        <translation>「{step}」の段階で、サーバの応答が終わりませんでした。</translation>
    </message>
    <message>
        <source>Check host and port; what answers there may not be a mail server.</source>
        <translation>ホスト名とポートを確かめてください。答えているのはメールサーバではないのかもしれません。</translation>
    </message>
    <message>
        <source>The server sent a reply that does not belong here, at this step: {step}.</source>
        <translation>「{step}」の段階で、ここに来るはずのない応答がサーバから届きました。</translation>
    </message>
    <message>
        <source>On port {port}, {host} starts without encryption, and SMTPs was chosen.</source>
        <translation>SMTPs が選ばれていますが、{host} のポート {port} は暗号化なしで始まります。</translation>
    </message>
    <message>
        <source>Choose STARTTLS instead of SMTPs, or port 465.</source>
        <translation>SMTPs ではなく STARTTLS を選ぶか、ポート 465 を使ってください。</translation>
    </message>
    <message>
        <source>On port {port}, {host} expects encryption from the first byte.</source>
        <translation>{host} のポート {port} は、最初から暗号化を待っています。</translation>
    </message>
    <message>
        <source>A firewall on the way rewrites what {host} says and hides its encryption. Nothing was sent.</source>
        <translation>途中のファイアウォールが {host} の応答を書き換え、暗号化を隠しています。何も送っていません。</translation>
    </message>
    <message>
        <source>Choose SMTPs with port 465, or switch off the firewall&apos;s mail inspection.</source>
        <translation>SMTPs とポート 465 を選ぶか、ファイアウォールのメール検査を止めてください。</translation>
    </message>
    <message>
        <source>{host} offers no STARTTLS; perhaps something on the way took the offer away. Neither password nor mail was sent.</source>
        <translation>{host} では STARTTLS が使えません。途中の何かがその応答を消したのかもしれません。パスワードもメールも送っていません。</translation>
    </message>
    <message>
        <source>Choose SMTPs with port 465, or try from another network; use no encryption only where you trust the whole way.</source>
        <translation>SMTPs とポート 465 を選ぶか、別のネットワークから試してください。「暗号化なし」は、経路がすべて信頼できるときだけにしてください。</translation>
    </message>
    <message>
        <source>{host} offers STARTTLS but refused to start it. Nothing was sent without encryption.</source>
        <translation>{host} は STARTTLS を使えると言いましたが、始めるのを断りました。暗号化なしでは何も送っていません。</translation>
    </message>
    <message>
        <source>Try again later, or choose SMTPs with port 465.</source>
        <translation>しばらくしてからもう一度試すか、SMTPs とポート 465 を選んでください。</translation>
    </message>
    <message>
        <source>Text came in before the encryption started that should not be there: an attack on the way, or a broken server.</source>
        <translation>暗号化が始まる前に、あるはずのない文字が届きました。途中からの攻撃か、サーバの不具合です。</translation>
    </message>
    <message>
        <source>Choose SMTPs with port 465, or try from another network; nothing was sent.</source>
        <translation>SMTPs とポート 465 を選ぶか、別のネットワークから試してください。何も送っていません。</translation>
    </message>
    <message>
        <source>The CA file cannot be read{because}.</source>
        <translation>CA 証明書のファイルを読めません{because}。</translation>
    </message>
    <message>
        <source>Choose a file with certificates in PEM form, or none: the system&apos;s certificates are used anyway.</source>
        <translation>PEM 形式の証明書のファイルを選ぶか、何も選ばないでください。システムの証明書はいつも使われます。</translation>
    </message>
    <message>
        <source>The certificate of {host} is valid only from {from}; this computer&apos;s date is {today}.</source>
        <translation>{host} の証明書は {from} から有効です。このコンピュータの日時は {today} です。</translation>
    </message>
    <message>
        <source>The certificate of {host} expired on {until}; this computer&apos;s date is {today}.</source>
        <translation>{host} の証明書は {until} に期限が切れました。このコンピュータの日時は {today} です。</translation>
    </message>
    <message>
        <source>The certificate is not for {host} but for: {names}.</source>
        <translation>証明書は {host} のものではなく、次の名前のものです: {names}。</translation>
    </message>
    <message>
        <source>{host} signed its certificate itself, so nobody vouches for it.</source>
        <translation>{host} は証明書に自分で署名しているので、保証する人がいません。</translation>
    </message>
    <message>
        <source>The certificate of {host} was issued by somebody this computer does not know, or the server sends it incompletely.</source>
        <translation>{host} の証明書の発行者を、このコンピュータは知りません。または、サーバが証明書を一部しか送っていません。</translation>
    </message>
    <message>
        <source>The certificate of {host} is too weakly protected{because}.</source>
        <translation>{host} の証明書は保護が弱すぎます{because}。</translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted{because}.</source>
        <translation>{host} の証明書は信頼できません{because}。</translation>
    </message>
    <message>
        <source>{host} encrypts only in an outdated way ({version}); TLS 1.2 or newer is needed.</source>
        <translation>{host} は古い方法でしか暗号化できません ({version})。TLS 1.2 以降が必要です。</translation>
    </message>
    <message>
        <source>{host} asks this computer for a certificate of its own.</source>
        <translation>{host} は、このコンピュータの証明書を求めています。</translation>
    </message>
    <message>
        <source>No encrypted connection with {host}, port {port}{because}.</source>
        <translation>{host} のポート {port} と暗号化した接続ができませんでした{because}。</translation>
    </message>
    <message>
        <source>Check the port: 465 is usual with SMTPs, 587 with STARTTLS; a virus scanner in between may disturb.</source>
        <translation>ポートを確かめてください。普通は SMTPs なら 465、STARTTLS なら 587 です。途中のウイルス対策ソフトが妨げることもあります。</translation>
    </message>
    <message>
        <source>preparing the message</source>
        <translation>メールの準備</translation>
    </message>
    <message>
        <source>name look-up (DNS)</source>
        <translation>名前の検索 (DNS)</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>encryption (TLS)</source>
        <translation>暗号化 (TLS)</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>応答開始</translation>
    </message>
    <message>
        <source>what the server can do (EHLO)</source>
        <translation>使える機能 (EHLO)</translation>
    </message>
    <message>
        <source>start of encryption (STARTTLS)</source>
        <translation>暗号化の開始 (STARTTLS)</translation>
    </message>
    <message>
        <source>login (AUTH)</source>
        <translation>ログイン (AUTH)</translation>
    </message>
    <message>
        <source>sender (MAIL)</source>
        <translation>差出人 (MAIL)</translation>
    </message>
    <message>
        <source>recipients (RCPT)</source>
        <translation>宛先 (RCPT)</translation>
    </message>
    <message>
        <source>start of the message (DATA)</source>
        <translation>メールの開始 (DATA)</translation>
    </message>
    <message>
        <source>the message itself</source>
        <translation>メールの送信</translation>
    </message>
    <message>
        <source>end of the session (QUIT)</source>
        <translation>通信の終了 (QUIT)</translation>
    </message>
    <message>
        <source>The server ends its lines in an irregular way (LF without CR); they were read all the same.</source>
        <translation>サーバの行の終わり方が正しくありません (CR のない LF)。それでも読み取りました。</translation>
    </message>
    <message>
        <source>A firewall on the way rewrites what the server says, and may hide encryption and login.</source>
        <translation>途中のファイアウォールがサーバの応答を書き換えています。暗号化とログインが隠されているかもしれません。</translation>
    </message>
    <message>
        <source>The server knows only the old HELO, so it cannot offer encryption or a login.</source>
        <translation>サーバは古い HELO しか知らないので、暗号化もログインも使えません。</translation>
    </message>
    <message>
        <source>The server offers its login only in the old form &quot;AUTH=&quot;, which Proserpina understands.</source>
        <translation>サーバはログインの方式を古い書き方「AUTH=」だけで示しています。プロセルピナはこれを理解します。</translation>
    </message>
    <message>
        <source>The server&apos;s size limit is no readable number and was taken as none.</source>
        <translation>サーバの示す大きさの上限が数として読めないので、上限なしとして扱いました。</translation>
    </message>
    <message>
        <source>No password was given, so the login was not tried.</source>
        <translation>パスワードがないので、ログインは試していません。</translation>
    </message>
    <message>
        <source>The server offered no encryption, so this connection could be read on the way.</source>
        <translation>サーバで暗号化が使えないので、この接続は途中で読まれるおそれがあります。</translation>
    </message>
    <message>
        <source>The password was sent without encryption, as allowed for this server.</source>
        <translation>このサーバに許された設定により、パスワードを暗号化せずに送りました。</translation>
    </message>
    <message>
        <source>The certificate names its host only in the old way (common name); other programs may refuse it.</source>
        <translation>証明書のホスト名が古い書き方 (common name) だけです。ほかのプログラムでは断られることがあります。</translation>
    </message>
    <message>
        <source>Everything is encrypted from the first byte; the usual port is 465.</source>
        <translation>最初からすべて暗号化します。普通、ポートは 465 です。</translation>
    </message>
    <message>
        <source>The connection is encrypted after a first greeting, or is ended; the usual port is 587.</source>
        <translation>最初の応答の後で暗号化します。できなければ接続を切ります。普通、ポートは 587 です。</translation>
    </message>
    <message>
        <source>The connection is encrypted if the server offers it; somebody on the way can take the offer away.</source>
        <translation>サーバで使えれば暗号化します。途中にいるだれかが、使えないように見せかけることもできます。</translation>
    </message>
    <message>
        <source>Nothing is encrypted: mail and login can be read on the way.</source>
        <translation>何も暗号化しません。メールもログインも途中で読まれるおそれがあります。</translation>
    </message>
    <message>
        <source>SMTPs</source>
        <translation>SMTPs</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>STARTTLS if offered</source>
        <translation>STARTTLS (使えれば)</translation>
    </message>
    <message>
        <source>no encryption</source>
        <translation>暗号化なし</translation>
    </message>
    <message>
        <source>no authentication</source>
        <translation>認証なし</translation>
    </message>
    <message>
        <source>The certificate has expired.</source>
        <translation>証明書の期限が切れています。</translation>
    </message>
    <message>
        <source>The certificate is not valid yet.</source>
        <translation>証明書はまだ有効になっていません。</translation>
    </message>
    <message>
        <source>The server signed its certificate itself.</source>
        <translation>サーバは証明書に自分で署名しています。</translation>
    </message>
    <message>
        <source>The issuer of the certificate is not known to this computer.</source>
        <translation>証明書の発行者を、このコンピュータは知りません。</translation>
    </message>
    <message>
        <source>The certificate is for another host name.</source>
        <translation>証明書は別のホスト名のものです。</translation>
    </message>
    <message>
        <source>The certificate is too weakly protected to be trusted.</source>
        <translation>証明書の保護が弱すぎて信頼できません。</translation>
    </message>
    <message>
        <source>The certificate cannot be trusted.</source>
        <translation>証明書を信頼できません。</translation>
    </message>
    <message>
        <source>TLS 1.0 or 1.1</source>
        <translation>TLS 1.0 または 1.1</translation>
    </message>
    <message>
        <source>{input}.</source>
        <translation>{input}。</translation>
    </message>
    <message>
        <source>message</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>body</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>{value} bytes</source>
        <translation>{value} バイト</translation>
    </message>
    <message>
        <source>Use SMTPs on port %1</source>
        <translation>ポート %1 で SMTPs を使う</translation>
    </message>
    <message>
        <source>Use STARTTLS on port %1</source>
        <translation>ポート %1 で STARTTLS を使う</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 を試す</translation>
    </message>
    <message>
        <source>Change the port</source>
        <translation>ポートを直す</translation>
    </message>
    <message>
        <source>Change the CA file</source>
        <translation>CA ファイルを直す</translation>
    </message>
    <message>
        <source>Go on without encryption</source>
        <translation>暗号化なしで続ける</translation>
    </message>
    <message>
        <source>Use the host %1</source>
        <translation>ホスト名を %1 にする</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>この証明書を信頼する</translation>
    </message>
    <message>
        <source>Change the host</source>
        <translation>ホスト名を直す</translation>
    </message>
    <message>
        <source>Change ID or password</source>
        <translation>ID やパスワードを直す</translation>
    </message>
    <message>
        <source>Allow the password without encryption</source>
        <translation>暗号化なしでのパスワード送信を許す</translation>
    </message>
    <message>
        <source>Change the method</source>
        <translation>方式を直す</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>パスワードを入力する</translation>
    </message>
    <message>
        <source>Change the EHLO name</source>
        <translation>EHLO 名を直す</translation>
    </message>
    <message>
        <source>Change the sender</source>
        <translation>差出人を直す</translation>
    </message>
    <message>
        <source>Change the recipients</source>
        <translation>宛先を直す</translation>
    </message>
    <message>
        <source>Change the mail</source>
        <translation>メールを直す</translation>
    </message>
    <message>
        <source>From now on exactly this certificate counts for this server, whatever is wrong with it. Whoever holds it can read what you send. Compare the fingerprint with the operator&apos;s first.</source>
        <translation>これからこのサーバでは、問題があってもこの証明書だけを信頼します。この証明書を持つ人は送る内容を読めます。先にフィンガープリントをサーバの管理者のものと比べてください。</translation>
    </message>
    <message>
        <source>Anybody on the way can then read the password and use it. This is remembered for this server.</source>
        <translation>途中のだれにでもパスワードが読め、使えるようになります。このサーバの設定として覚えます。</translation>
    </message>
    <message>
        <source>Anybody on the way can then read the mail. The password is still not sent without encryption unless you allow that too.</source>
        <translation>途中のだれにでもメールが読めるようになります。パスワードは、それも許さない限り暗号化なしでは送りません。</translation>
    </message>
    <message>
        <source>This method shows the server the password itself or protects it less. If the first refusal was about a wrong password, it will be refused again.</source>
        <translation>この方式では、パスワードそのものがサーバに渡るか、守りが弱くなります。パスワードの間違いで断られたのなら、また断られます。</translation>
    </message>
    <message>
        <source>{host} shows another certificate than the one that is pinned for it. Nothing was sent.</source>
        <translation>{host} の証明書が、固定してあるものと違います。何も送っていません。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator whether the certificate was renewed. Only then trust the new one.</source>
        <translation>証明書を更新したかどうか、サーバの管理者に確かめてください。新しいものを信頼するのはそれからです。</translation>
    </message>
    <message>
        <source>The certificate is trusted because it was pinned for this server, not for its issuer.</source>
        <translation>この証明書は、発行元ではなく、このサーバ用に固定してあることによって信頼しています。</translation>
    </message>
    <message>
        <source>SMTP-AUTH</source>
        <translation>SMTP-AUTH</translation>
    </message>
    <message>
        <source>PBS</source>
        <translation>PBS</translation>
    </message>
    <message>
        <source>no login</source>
        <translation>認証なし</translation>
    </message>
    <message>
        <source>The password is an app password, which the provider&apos;s web page makes; the usual one is refused.</source>
        <translation>パスワードは、プロバイダのウェブページで作るアプリパスワードです。いつものパスワードは断られます。</translation>
    </message>
    <message>
        <source>The usual password is refused: make an app password on the provider&apos;s web page.</source>
        <translation>いつものパスワードは断られます。プロバイダのウェブページでアプリパスワードを作ってください。</translation>
    </message>
    <message>
        <source>There is a password of its own for mail programs, set on the provider&apos;s web page.</source>
        <translation>メールソフト用の専用パスワードがあり、プロバイダのウェブページで設定します。</translation>
    </message>
    <message>
        <source>The password is the mailbox&apos;s, not the one of the contract.</source>
        <translation>パスワードはメールボックスのもので、契約のパスワードではありません。</translation>
    </message>
    <message>
        <source>Instead of the password an authorisation code is wanted, which the provider&apos;s web page gives.</source>
        <translation>パスワードの代わりに、プロバイダのウェブページで得られる認証コードが必要です。</translation>
    </message>
    <message>
        <source>The ID is the account&apos;s at the provider, not the mail address.</source>
        <translation>ID はメールアドレスではなく、プロバイダのアカウントの ID です。</translation>
    </message>
    <message>
        <source>Mail programs must first be allowed in the settings of the webmail.</source>
        <translation>先にウェブメールの設定でメールソフトの利用を許可する必要があります。</translation>
    </message>
    <message>
        <source>The organisation&apos;s administrator can have switched SMTP-AUTH off.</source>
        <translation>組織の管理者が SMTP-AUTH を無効にしていることがあります。</translation>
    </message>
    <message>
        <source>Port 25 is blocked from other networks (OP25B).</source>
        <translation>他のネットワークからのポート 25 は遮断されています (OP25B)。</translation>
    </message>
    <message>
        <source>The host name differs from contract to contract; the provider&apos;s letter or web page has it.</source>
        <translation>ホスト名は契約ごとに違います。プロバイダの書面やウェブページに書かれています。</translation>
    </message>
    <message>
        <source>These settings are old and doubtful; Check shows what the server takes today.</source>
        <translation>この設定は古く、確かではありません。「確認」で今サーバが受け付けるものが分かります。</translation>
    </message>
    <message>
        <source>As of {month}.</source>
        <translation>{month} 現在。</translation>
    </message>
    <message>
        <source>{security} with {login} on {port}</source>
        <translation>{security} と {login} でポート {port}</translation>
    </message>
    <message>
        <source>{provider} takes only {ways}.</source>
        <translation>{provider} で使えるのは、{ways} だけです。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The POP3 server took ID and password, and the server for sending answers well.</source>
        <translation>POP3 サーバは ID とパスワードを受け付け、送信サーバも正しく応答しています。</translation>
    </message>
    <message>
        <source>Send a test mail to see whether the POP3 login lets you in.</source>
        <translation>POP3 ログインで送信が許可されるか、テストメールを送って確かめてください。</translation>
    </message>
    <message>
        <source>There is no host named {host} (for the POP3 login).</source>
        <translation>{host} というホストはありません (POP3 ログイン)。</translation>
    </message>
    <message>
        <source>Check the spelling of the POP3 host; often it is pop. or mail. and the provider&apos;s domain.</source>
        <translation>POP3 ホスト名のつづりを確認してください。多くは pop. か mail. にプロバイダのドメインを続けたものです。</translation>
    </message>
    <message>
        <source>{host} refuses connections on port {port}: no POP3 server listens there.</source>
        <translation>{host} はポート {port} への接続を拒否します。そこに POP3 サーバはありません。</translation>
    </message>
    <message>
        <source>Check host and port of the POP3 login: 995 is usual with POP3S, 110 with STLS or without encryption.</source>
        <translation>POP3 ログインのホストとポートを確認してください。普通は POP3S なら 995、STLS または暗号化なしなら 110 です。</translation>
    </message>
    <message>
        <source>What answers at {host}, port {port}, is not a POP3 server.</source>
        <translation>{host} のポート {port} で応答しているのは POP3 サーバではありません。</translation>
    </message>
    <message>
        <source>{host} took the connection, but sent no POP3 greeting within {seconds} s.</source>
        <translation>{host} は接続を受け付けましたが、{seconds} 秒以内に POP3 の最初の応答がありませんでした。</translation>
    </message>
    <message>
        <source>Try again later; if port {port} is meant for POP3S, choose POP3S.</source>
        <translation>後でもう一度試してください。ポート {port} が POP3S 用なら、POP3S を選んでください。</translation>
    </message>
    <message>
        <source>On port {port}, {host} starts without encryption, and POP3S was chosen.</source>
        <translation>{host} のポート {port} は暗号化なしで始まりますが、POP3S が選ばれています。</translation>
    </message>
    <message>
        <source>Choose STLS instead of POP3S, or port 995.</source>
        <translation>POP3S の代わりに STLS を選ぶか、ポートを 995 にしてください。</translation>
    </message>
    <message>
        <source>Choose POP3S, or port 110 for STLS.</source>
        <translation>POP3S を選ぶか、STLS ならポートを 110 にしてください。</translation>
    </message>
    <message>
        <source>{host} refuses to start encryption (STLS). The password was not sent.</source>
        <translation>{host} は暗号化の開始 (STLS) を拒否しました。パスワードは送っていません。</translation>
    </message>
    <message>
        <source>Choose POP3S with port 995.</source>
        <translation>POP3S とポート 995 を選んでください。</translation>
    </message>
    <message>
        <source>Text came in before the encryption started that should not be there: an attack on the way, or a broken POP3 server.</source>
        <translation>暗号化が始まる前に、あるはずのない文字が届きました。途中での攻撃か、POP3 サーバの故障です。</translation>
    </message>
    <message>
        <source>Choose POP3S with port 995, or try from another network; nothing was sent.</source>
        <translation>POP3S とポート 995 を選ぶか、別のネットワークから試してください。何も送っていません。</translation>
    </message>
    <message>
        <source>Check the port: 995 is usual with POP3S, 110 with STLS; a virus scanner in between may disturb.</source>
        <translation>ポートを確認してください。普通は POP3S なら 995、STLS なら 110 です。途中のウイルス対策ソフトが妨げていることもあります。</translation>
    </message>
    <message>
        <source>Choose POP3S or STLS; or allow this server the password without encryption, if you trust the whole way.</source>
        <translation>POP3S か STLS を選んでください。経路全体を信頼できる場合は、このサーバに暗号化なしのパスワードを許可することもできます。</translation>
    </message>
    <message>
        <source>{host} offers no APOP: its greeting has no valid stamp.</source>
        <translation>{host} は APOP に対応していません。最初の応答に正しいスタンプがありません。</translation>
    </message>
    <message>
        <source>Choose the automatic way, which then sends ID and password where the connection is encrypted.</source>
        <translation>自動を選んでください。接続が暗号化されていれば、ID とパスワードを送ります。</translation>
    </message>
    <message>
        <source>Wait until the other mail program has fetched its mail, and try again without changing anything.</source>
        <translation>別のメールソフトの受信が終わるのを待って、何も変えずにもう一度試してください。</translation>
    </message>
    <message>
        <source>The POP3 server cannot check logins just now; this says nothing about the password.</source>
        <translation>POP3 サーバは今、ログインを確認できません。パスワードが正しいかどうかはわかりません。</translation>
    </message>
    <message>
        <source>Check ID and password of the POP3 login: some servers want the whole address, others only the part before the @.</source>
        <translation>POP3 ログインの ID とパスワードを確認してください。ID はメールアドレス全体のサーバも、@ より前だけのサーバもあります。</translation>
    </message>
    <message>
        <source>The POP3 server {host} refuses to talk to this computer at all.</source>
        <translation>POP3 サーバ {host} は、このコンピュータとの通信を拒否しました。</translation>
    </message>
    <message>
        <source>Some servers need longer: set a longer waiting time after the POP3 login. Else ask the provider; most take SMTP-AUTH instead today.</source>
        <translation>時間がかかるサーバもあるので、POP3 ログイン後の待ち時間を長くしてください。だめならプロバイダに尋ねてください。今はほとんどが SMTP 認証です。</translation>
    </message>
    <message>
        <source>Use POP3S on port %1</source>
        <translation>POP3S とポート %1 を使う</translation>
    </message>
    <message>
        <source>Use STLS on port %1</source>
        <translation>STLS とポート %1 を使う</translation>
    </message>
    <message>
        <source>Change the POP3 login</source>
        <translation>POP3 ログインを変える</translation>
    </message>
    <message>
        <source>Use the POP3 host %1</source>
        <translation>POP3 ホスト %1 を使う</translation>
    </message>
    <message>
        <source>Wait %1 s after the POP3 login</source>
        <translation>POP3 ログインの後 %1 秒待つ</translation>
    </message>
    <message>
        <source>Use SMTP-AUTH instead</source>
        <translation>代わりに SMTP 認証を使う</translation>
    </message>
    <message>
        <source>Log in without APOP</source>
        <translation>APOP なしでログインする</translation>
    </message>
    <message>
        <source>name look-up of the POP3 server</source>
        <translation>POP3 サーバの名前の検索</translation>
    </message>
    <message>
        <source>connecting to the POP3 server</source>
        <translation>POP3 サーバへの接続</translation>
    </message>
    <message>
        <source>encryption with the POP3 server</source>
        <translation>POP3 サーバとの暗号化</translation>
    </message>
    <message>
        <source>greeting of the POP3 server</source>
        <translation>POP3 サーバの最初の応答</translation>
    </message>
    <message>
        <source>start of encryption with the POP3 server (STLS)</source>
        <translation>POP3 サーバとの暗号化の開始 (STLS)</translation>
    </message>
    <message>
        <source>login at the POP3 server</source>
        <translation>POP3 サーバへのログイン</translation>
    </message>
    <message>
        <source>end of the POP3 session</source>
        <translation>POP3 の終了</translation>
    </message>
    <message>
        <source>POP connect</source>
        <translation>POP 接続</translation>
    </message>
    <message>
        <source>POP greeting</source>
        <translation>POP 最初の応答</translation>
    </message>
    <message>
        <source>POP login</source>
        <translation>POP ログイン</translation>
    </message>
    <message>
        <source>The server for sending does not let this computer in, and the POP3 server took no second login.</source>
        <translation>送信サーバがこのコンピュータからの送信を許可せず、POP3 サーバも 2 回目のログインを受け付けませんでした。</translation>
    </message>
    <message>
        <source>Wait some minutes and try again; or set a longer waiting time after the POP3 login.</source>
        <translation>数分待ってからもう一度試すか、POP3 ログイン後の待ち時間を長くしてください。</translation>
    </message>
    <message>
        <source>The server does not take this access token{because}.</source>
        <translation>サーバはこのアクセストークンを受け付けません{because}。</translation>
    </message>
    <message>
        <source>The server does not know the client certificate as a login.</source>
        <translation>サーバは、このクライアント証明書でのログインを知りません。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator whom the certificate stands for; the ID may have to be empty.</source>
        <translation>この証明書が誰を表すのかを、サーバの管理者に聞いてください。ID を空にする必要があるかもしれません。</translation>
    </message>
    <message>
        <source>This server offers no login by an access token; it offers {offered}.</source>
        <translation>このサーバは、アクセストークンでのログインを受け付けていません。受け付けているのは {offered} です。</translation>
    </message>
    <message>
        <source>Choose a method that takes a password.</source>
        <translation>パスワードを使う方式を選んでください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} did not connect to {host}, port {port}{because}.</source>
        <translation>プロキシ {proxy} は、{host} のポート {port} につなぎませんでした{because}。</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s host and port and whether it allows mail; or set no proxy.</source>
        <translation>プロキシのホストとポート、メールが許されているかを確かめてください。または、プロキシを使わないようにしてください。</translation>
    </message>
    <message>
        <source>The client certificate or its key cannot be used{because}.</source>
        <translation>クライアント証明書、またはその鍵が使えません{because}。</translation>
    </message>
    <message>
        <source>Choose files in PEM form, the key without a password; or none, if the server asks for no certificate.</source>
        <translation>PEM 形式のファイルを選んでください (鍵はパスワードなし)。サーバが証明書を求めなければ、何も選ばないでください。</translation>
    </message>
    <message>
        <source>{host} does not accept the client certificate{because}.</source>
        <translation>{host} は、このクライアント証明書を受け付けません{because}。</translation>
    </message>
    <message>
        <source>The connection is encrypted in an old way (TLS 1.0 or 1.1) that can be broken, as allowed for this server.</source>
        <translation>このサーバに許した通り、破られることのある古い方式 (TLS 1.0 か 1.1) で暗号化しています。</translation>
    </message>
    <message>
        <source>After a refused login the next method was tried, as allowed for this server.</source>
        <translation>このサーバに許した通り、ログインを断られた後、次の方式を試しました。</translation>
    </message>
    <message>
        <source>The server cannot report the delivery (no DSN), so no report was asked for.</source>
        <translation>サーバは配送の報告ができない (DSN がない) ため、報告を頼みませんでした。</translation>
    </message>
    <message>
        <source>Logs in by an access token from the provider instead of the password (OAuth 2, Google&apos;s older form); safe only on an encrypted connection.</source>
        <translation>パスワードの代わりに、プロバイダのアクセストークンを使います (OAuth 2、Google の古い形)。暗号化された接続でだけ安全です。</translation>
    </message>
    <message>
        <source>Logs in by an access token from the provider instead of the password (OAuth 2); safe only on an encrypted connection.</source>
        <translation>パスワードの代わりに、プロバイダのアクセストークンを使います (OAuth 2)。暗号化された接続でだけ安全です。</translation>
    </message>
    <message>
        <source>Logs in by what is known already, here the client certificate shown at the start of the encryption.</source>
        <translation>すでに分かっているもの、ここでは暗号化の初めに示すクライアント証明書でログインします。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network connection, and a VPN or firewall in between; from some networks only a proxy leads out.</source>
        <translation>このコンピュータのネットワーク接続と、途中の VPN やファイアウォールを確かめてください。プロキシを通さないと外に出られないネットワークもあります。</translation>
    </message>
    <message>
        <source>Forget the pinned certificate</source>
        <translation>証明書の固定をやめる</translation>
    </message>
    <message>
        <source>Allow TLS 1.0 and 1.1</source>
        <translation>TLS 1.0 と 1.1 を許す</translation>
    </message>
    <message>
        <source>Set a client certificate</source>
        <translation>クライアント証明書を設定する</translation>
    </message>
    <message>
        <source>Change the client certificate</source>
        <translation>クライアント証明書を直す</translation>
    </message>
    <message>
        <source>Change the proxy</source>
        <translation>プロキシを直す</translation>
    </message>
    <message>
        <source>Connect without the proxy</source>
        <translation>プロキシを使わずにつなぐ</translation>
    </message>
    <message>
        <source>Set a proxy</source>
        <translation>プロキシを設定する</translation>
    </message>
    <message>
        <source>Change the time limit</source>
        <translation>制限時間を直す</translation>
    </message>
    <message>
        <source>Enter a new access token</source>
        <translation>新しいアクセストークンを入力する</translation>
    </message>
    <message>
        <source>Change the ID</source>
        <translation>ID を直す</translation>
    </message>
    <message>
        <source>These old forms of encryption can be broken: somebody on the way may read the password and the mail. This is remembered for this server; it is only for an old device of your own.</source>
        <translation>この古い暗号化は破られることがあります。途中のだれかに、パスワードやメールを読まれるかもしれません。この設定はこのサーバについて記憶されます。ご自分の古い機器だけに使ってください。</translation>
    </message>
    <message>
        <source>From now on any certificate counts for this server that an issuer known to this computer gave for its host name.</source>
        <translation>これからは、このコンピュータの知っている発行者がこのホスト名に発行した証明書なら、どれでもこのサーバの証明書として認めます。</translation>
    </message>
    <message>
        <source>The server and the network on the way then see this computer&apos;s own address. This is remembered for this server.</source>
        <translation>サーバと途中のネットワークに、このコンピュータ自身のアドレスが見えるようになります。この設定はこのサーバについて記憶されます。</translation>
    </message>
    <message>
        <source>Ask the provider for a newer server; this one is no longer safe for passwords. Only for an old device of your own allow TLS 1.0 and 1.1.</source>
        <translation>新しいサーバがないか、プロバイダに尋ねてください。このサーバは、もうパスワードを安全に送れません。TLS 1.0 と 1.1 を許すのは、ご自分の古い機器だけにしてください。</translation>
    </message>
    <message>
        <source>Set the client certificate that the operator gave you; or ask for a port or host that takes ID and password instead.</source>
        <translation>管理者から受け取ったクライアント証明書を設定してください。または、ID とパスワードで使えるポートかホストを尋ねてください。</translation>
    </message>
    <message>
        <source>This server takes no passwords any more, only access tokens that the provider gives after a login in the browser (OAuth 2).</source>
        <translation>このサーバは、もうパスワードを受け付けません。ブラウザでのログインの後にプロバイダが渡すアクセストークン (OAuth 2) だけを受け付けます。</translation>
    </message>
    <message>
        <source>The password is not at fault. Get an access token from the provider and choose OAUTHBEARER or XOAUTH2; or use a server that takes a password.</source>
        <translation>パスワードのせいではありません。プロバイダからアクセストークンを取り、OAUTHBEARER か XOAUTH2 を選んでください。または、パスワードで使えるサーバを使ってください。</translation>
    </message>
    <message>
        <source>The provider refuses passwords; it wants an access token (OAuth).</source>
        <translation>このプロバイダはパスワードを断り、アクセストークン (OAuth) を求めます。</translation>
    </message>
    <message>
        <source>Enter an access token</source>
        <translation>アクセストークンを入力する</translation>
    </message>
    <message>
        <source>This name comes from the server that answered; somebody in between can have a certificate for a name of their own. Check with your provider that it is theirs: ID and password will be sent there.</source>
        <translation>この名前は、応答したサーバが自分で名乗っているものです。途中にいるだれかが、自分の名前の証明書を使っていることもあります。プロバイダのものかどうかを、先にプロバイダに確かめてください。ID とパスワードはそこへ送られます。</translation>
    </message>
    <message>
        <source>the access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>the client certificate</source>
        <translation>クライアント証明書</translation>
    </message>
    <message>
        <source>ID and password</source>
        <translation>ID とパスワード</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>The server answers well. No {secret} was given, so the check stopped before the login.</source>
        <translation>サーバは正しく応答しています。{secret}がないので、ログインの前で確認を終えました。</translation>
    </message>
    <message>
        <source>Give the {secret} to check the login too.</source>
        <translation>ログインも確認するには、{secret}を入れてください。</translation>
    </message>
    <message>
        <source>Everything works: the server took {login} by {method}.</source>
        <translation>すべて正常です。サーバは {method} で {login}を受け付けました。</translation>
    </message>
    <message>
        <source>The server took the message for {accepted} of {recipients} recipients; then the attempt broke off.</source>
        <translation>宛先 {recipients} 件のうち {accepted} 件についてサーバがメールを受け付けたあと、途中で終わりました。</translation>
    </message>
    <message>
        <source>See the answer for each recipient, and send again only to those who have not got it; an address is wrong only where the server refused it.</source>
        <translation>宛先ごとの応答を確かめ、まだ受け付けられていない宛先にだけ送り直してください。アドレスを直すのは、サーバが断ったものだけで構いません。</translation>
    </message>
    <message>
        <source>Send without the signature</source>
        <translation>署名を外して送信</translation>
    </message>
    <message>
        <source>The recipient can then no longer check who wrote the message and that nobody changed it.</source>
        <translation>受信者は、誰が書いたか、改ざんされていないかを確認できなくなります。</translation>
    </message>
    <message>
        <source>The message has no From header; many servers refuse such mail or add one.</source>
        <translation>メールに From ヘッダがありません。多くのサーバは拒否するか、補います。</translation>
    </message>
    <message>
        <source>The message has no Date header; the server may add one.</source>
        <translation>メールに Date ヘッダがありません。サーバが補うことがあります。</translation>
    </message>
    <message>
        <source>The message is signed or encrypted, and would have to be re-encoded, which would break the signature.</source>
        <translation>メールは署名または暗号化されており、符号化し直すと署名が無効になります。</translation>
    </message>
    <message>
        <source>Send it without the signature, sign it again in a form that every server takes (7-bit, lines of at most 998 octets), or use a server with 8BITMIME. Nothing was sent.</source>
        <translation>署名を外して送るか、どのサーバでも扱える形 (7 ビット、1 行 998 オクテット以内) で署名し直すか、8BITMIME 対応のサーバを使ってください。何も送信されていません。</translation>
    </message>
    <message>
        <source>Parts of the message were re-encoded so that they arrive intact; their contents are unchanged.</source>
        <translation>メールの一部を、そのまま届くように符号化し直しました。内容は変わっていません。</translation>
    </message>
    <message>
        <source>The message was sent without its signature, which re-encoding would have broken.</source>
        <translation>符号化し直すと無効になるため、署名を外して送信しました。</translation>
    </message>
    <message>
        <source>1 server</source>
        <translation>サーバ 1 件</translation>
    </message>
    <message>
        <source>no server</source>
        <translation>サーバなし</translation>
    </message>
    <message>
        <source>{count} servers</source>
        <translation>サーバ {count} 件</translation>
    </message>
    <message>
        <source>The server asked {method} to protect the password less than is safe (with fewer than 4,096 rounds of hashing), so that it could be guessed from the answer. Nothing was answered.</source>
        <translation>サーバが {method} に求めたパスワードの保護は弱すぎ (ハッシュ計算が 4,096 回未満)、答えるとパスワードを推測されるおそれがあります。何も答えていません。</translation>
    </message>
    <message>
        <source>Check host and encryption: it may be a stranger posing as your server. If it is yours, ask its operator for more rounds; try another method only if you trust the server.</source>
        <translation>ホストと暗号化の設定を確認してください。別のサーバがなりすましている可能性があります。本物であれば、計算回数を増やすよう管理者に依頼してください。別の方式を試すのは、そのサーバを信頼できる場合だけにしてください。</translation>
    </message>
    <message>
        <source>SCRAM-SHA-256 did not work here, and without encryption anybody on the way could guess the password from a login by CRAM-MD5. It was not tried.</source>
        <translation>SCRAM-SHA-256 でログインできませんでした。暗号化なしで CRAM-MD5 を使うと、経路上の誰でも通信内容からパスワードを推測できるおそれがあるため、試していません。</translation>
    </message>
    <message>
        <source>Choose STARTTLS or SMTPs; or choose CRAM-MD5 yourself, if you trust the whole way.</source>
        <translation>STARTTLS か SMTPs を選んでください。経路全体を信頼できる場合は、CRAM-MD5 を自分で選ぶこともできます。</translation>
    </message>
    <message>
        <source>Anybody on the way can then try passwords out on what is sent until one fits; a short or common one is soon found. This is remembered for this server.</source>
        <translation>経路上の誰でも、送られた内容を使って合うパスワードが見つかるまで試せるようになります。短いパスワードやよくあるパスワードはすぐに見つかります。この設定はこのサーバについて記憶されます。</translation>
    </message>
    <message>
        <source>The server said more than is kept; some of its replies are cut short or left out here.</source>
        <translation>サーバの応答が長すぎるため、一部の応答は途中まで、または省いて記録しました。</translation>
    </message>
    <message>
        <source>Get a new token, for this ID and for sending mail: most hold for an hour only. If it is fresh, try the other token method.</source>
        <translation>この ID でメールを送るための新しいトークンを取ってください。多くは 1 時間で切れます。新しいものなら、もう一方のトークン方式を試してください。</translation>
    </message>
    <message>
        <source>Ask the provider for a host or port that takes CRAM-MD5, LOGIN or PLAIN.</source>
        <translation>CRAM-MD5、LOGIN、PLAIN のどれかを使えるホストやポートを、プロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>Check host, port (587 is usual with STARTTLS, 465 with SMTPs) and time limit; a firewall may be dropping the connection, or the server may be down.</source>
        <translation>ホスト名、ポート (STARTTLS なら 587、SMTPs なら 465 が普通です)、制限時間を確かめてください。ファイアウォールが接続を捨てているか、サーバが止まっているのかもしれません。</translation>
    </message>
    <message>
        <source>Try again later, or with a longer time limit; if port {port} is meant for SMTPs, choose SMTPs.</source>
        <translation>しばらくしてから、または制限時間を長くして、もう一度試してください。ポート {port} が SMTPs 用なら、SMTPs を選んでください。</translation>
    </message>
    <message>
        <source>See the server&apos;s own words; check the host of the POP3 login, or try from another network.</source>
        <translation>サーバの応答をご覧ください。POP3 ログインのホスト名を確かめるか、別のネットワークから試してください。</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock if that date is wrong. Otherwise tell the server&apos;s operator; trust this certificate only if it is your own server&apos;s.</source>
        <translation>この日時が間違っていれば、コンピュータの時計を合わせてください。正しければ、サーバの管理者に知らせてください。この証明書を信頼するのは、自分のサーバの場合だけにしてください。</translation>
    </message>
    <message>
        <source>Tell the server&apos;s operator, and trust this certificate only if it is your own server&apos;s; if this computer&apos;s date is wrong, set its clock.</source>
        <translation>サーバの管理者に知らせてください。この証明書を信頼するのは、自分のサーバの場合だけにしてください。このコンピュータの日時が間違っていれば、時計を合わせてください。</translation>
    </message>
    <message>
        <source>If one of these names is your provider&apos;s, use it as the host. Trust this certificate only if it is your own server&apos;s; otherwise do not log in there.</source>
        <translation>この中にプロバイダの名前があれば、それをホスト名にしてください。この証明書を信頼するのは、自分のサーバの場合だけにしてください。どちらでもなければ、ログインしないでください。</translation>
    </message>
    <message>
        <source>If it is your own server, trust this certificate or set it as the CA file; otherwise do not log in there.</source>
        <translation>自分のサーバなら、この証明書を信頼するか、CA 証明書のファイルに設定してください。そうでなければ、ログインしないでください。</translation>
    </message>
    <message>
        <source>Get the issuer&apos;s certificate from the server&apos;s operator and set it as the CA file; or ask for the fingerprint, compare it, and trust this one certificate.</source>
        <translation>サーバの管理者から発行者の証明書をもらい、CA 証明書のファイルに設定してください。または、フィンガープリントを教えてもらって照合し、この証明書だけを信頼してください。</translation>
    </message>
    <message>
        <source>Tell the server&apos;s operator: the certificate needs a longer key or a newer signature. Trust this certificate only if it is your own server&apos;s.</source>
        <translation>サーバの管理者に知らせてください。もっと長い鍵か、新しい署名方式の証明書が必要です。この証明書を信頼するのは、自分のサーバの場合だけにしてください。</translation>
    </message>
    <message>
        <source>See the certificate, and ask the server&apos;s operator about it before you trust it.</source>
        <translation>証明書をご覧になり、信頼する前にサーバの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>Check that it is the certificate the server&apos;s operator gave you, that it has not expired, and that the port is the one for it.</source>
        <translation>サーバの管理者から受け取った証明書であること、期限が切れていないこと、その証明書のためのポートであることを確かめてください。</translation>
    </message>
    <message>
        <source>The server answered the whole message with something that is neither yes nor no: it may have arrived or not.</source>
        <translation>メール全体を送ったあとのサーバの応答が、受け付けたとも断ったとも読めません。届いたかどうか分かりません。</translation>
    </message>
    <message>
        <source>The server refuses the method {method} before ID or password were sent; it offers {offered}.</source>
        <translation>ID もパスワードも送る前に、サーバが {method} を断りました。サーバが示す方式: {offered}</translation>
    </message>
    <message>
        <source>Choose another method that it offers, or ask the provider which method it wants.</source>
        <translation>サーバが示す別の方式を選ぶか、どの方式を使うのかプロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>The server finds a line end in the message that is not CR LF.</source>
        <translation>メールの中に CR LF でない行末があると、サーバが言っています。</translation>
    </message>
    <message>
        <source>Save the message file with uniform line ends and send it again; in a text that you typed this cannot happen.</source>
        <translation>メールのファイルの行末をそろえて保存し、もう一度送ってください。入力した本文では起こりません。</translation>
    </message>
    <message>
        <source>See the server&apos;s own words, which name it, and tell its operator.</source>
        <translation>サーバの応答をご覧になり、サーバの管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The server understands neither EHLO nor HELO, with which every mail server is greeted.</source>
        <translation>メールサーバなら必ず分かる最初のあいさつ EHLO も HELO も、サーバが理解しません。</translation>
    </message>
    <message>
        <source>See the server&apos;s own words, and check host and port.</source>
        <translation>サーバの応答をご覧になり、ホスト名とポートを確かめてください。</translation>
    </message>
    <message>
        <source>{host} refuses to go on with this computer after its first word.</source>
        <translation>{host} は、最初のあいさつのあと、このコンピュータとのやり取りを断りました。</translation>
    </message>
    <message>
        <source>The server says that a command came too early or out of order, at this step: {step}.</source>
        <translation>コマンドが早すぎた、または順序が違うと、サーバが言っています。段階: {step}</translation>
    </message>
    <message>
        <source>Nothing that you entered is at fault. Try again; if it stays so, show the transcript to the server&apos;s operator.</source>
        <translation>入力した内容のせいではありません。もう一度試し、変わらなければ、やり取りをサーバの管理者に見せてください。</translation>
    </message>
    <message>
        <source>{host} said yes to STARTTLS and then went on without encryption. Nothing more was sent.</source>
        <translation>{host} は STARTTLS を受け入れたあと、暗号化せずに話し続けました。それ以上は何も送っていません。</translation>
    </message>
    <message>
        <source>See the transcript and tell the server&apos;s operator; or something on the way disturbs, so try from another network.</source>
        <translation>やり取りをご覧になり、サーバの管理者に知らせてください。途中の何かが邪魔をしていることもあるので、別のネットワークからも試してください。</translation>
    </message>
    <message>
        <source>The server that answers knows no host called {host}{because}.</source>
        <translation>応答したサーバは、{host} という名前のホストを知りません{because}。</translation>
    </message>
    <message>
        <source>Check the host: it must be written as the provider gives it, not as an address or another name of the same server.</source>
        <translation>ホスト名を確かめてください。IP アドレスや同じサーバの別名ではなく、プロバイダの案内のとおりに入れてください。</translation>
    </message>
    <message>
        <source>{host} and this computer found no way of encrypting that counts as safe today{because}.</source>
        <translation>{host} とこのコンピュータの間に、今日安全とされる暗号化の方法が見つかりませんでした{because}。</translation>
    </message>
    <message>
        <source>Ask the provider for a newer server, or whether a client certificate is wanted. Only for an old device of your own allow TLS 1.0 and 1.1, and with them weak keys.</source>
        <translation>新しいサーバがないか、クライアント証明書が要るのか、プロバイダに尋ねてください。TLS 1.0 と 1.1 (と弱い鍵) を許すのは、ご自分の古い機器だけにしてください。</translation>
    </message>
    <message>
        <source>The server says that it can report the delivery and then refuses to, so no report was asked for.</source>
        <translation>サーバは配送の通知ができると示しながら断ったので、通知を頼まずに送りました。</translation>
    </message>
    <message>
        <source>The server says that it takes the size of a mail beforehand and then refuses it, so it was left out.</source>
        <translation>サーバはメールの大きさを先に受け取ると示しながら断ったので、大きさを伝えずに送りました。</translation>
    </message>
    <message>
        <source>The password begins or ends with a space, a line end or another invisible character. It is used as it is; if it was copied, check whether that belongs to it.</source>
        <translation>パスワードの最初か最後に、空白や改行などの目に見えない文字があります。パスワードはそのまま使われます。コピーしたものなら、その文字もパスワードの一部かどうか確かめてください。</translation>
    </message>
    <message>
        <source>Make room there, or set the environment variable TMPDIR to a folder that can be written; nothing was sent.</source>
        <translation>空きを作るか、書き込めるフォルダを環境変数 TMPDIR に指定してください。何も送っていません。</translation>
    </message>
    <message>
        <source>The server says that it does not know a parameter of the command, at this step: {step}.</source>
        <translation>コマンドのパラメータを知らないと、サーバが言っています。段階: {step}</translation>
    </message>
    <message>
        <source>Proserpina would use {value}.</source>
        <translation>プロセルピナは {value} を使います。</translation>
    </message>
    <message>
        <source>None of them can be used with the method that is set.</source>
        <translation>設定した方式で使えるものはありません。</translation>
    </message>
    <message>
        <source>You stopped this during {step}.</source>
        <translation>「{step}」の段階で、あなたが中止しました。</translation>
    </message>
    <message>
        <source>Try again later; if this keeps happening, allow a longer time limit, or look for a firewall in between.</source>
        <translation>しばらくしてからもう一度試してください。変わらなければ、制限時間を延ばすか、途中にファイアウォールがないか調べてください。</translation>
    </message>
    <message>
        <source>Try again; if this keeps happening, the server or a firewall objects to this step.</source>
        <translation>もう一度試してください。変わらなければ、サーバかファイアウォールがこの段階を拒んでいます。</translation>
    </message>
    <message>
        <source>Failed for an unknown reason, at this step: {step}{because}.</source>
        <translation>「{step}」の段階で、原因は分かりませんが、うまくいきませんでした{because}。</translation>
    </message>
    <message>
        <source>Try again; if this keeps happening, the transcript shows what was said last.</source>
        <translation>もう一度試してください。変わらなければ、最後のやりとりを通信の記録で確かめてください。</translation>
    </message>
    <message>
        <source>{method} would send the password unencrypted, because the connection is not encrypted. It was not sent.</source>
        <translation>接続が暗号化されていないので、{method} ではパスワードが途中でだれにでも読まれてしまいます。パスワードは送っていません。</translation>
    </message>
    <message>
        <source>The server requires a stronger method than {method} for this account; it offers {offered}.</source>
        <translation>サーバは、このアカウントには {method} では弱すぎると言っています。使える方式: {offered}。</translation>
    </message>
    <message>
        <source>Check the spelling of the From address after the @.</source>
        <translation>発信アドレスの @ より後のつづりを確かめてください。</translation>
    </message>
    <message>
        <source>Check the spelling of the address after the @.</source>
        <translation>アドレスの @ より後のつづりを確かめてください。</translation>
    </message>
    <message>
        <source>Try again later; if this keeps happening, tell the server&apos;s operator.</source>
        <translation>しばらくしてからもう一度試してください。変わらなければ、サーバの管理者に知らせてください。</translation>
    </message>
    <message>
        <source>Try again; if this keeps happening, see the transcript and tell the server&apos;s operator.</source>
        <translation>もう一度試してください。変わらなければ、通信の記録をご覧になり、サーバの管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The POP3 login would send the password unencrypted: the connection is not encrypted and the server offers no APOP. It was not sent.</source>
        <translation>この POP3 ログインでは、途中のだれにでもパスワードが読めます。接続が暗号化されず、サーバが APOP に対応していないためです。パスワードは送っていません。</translation>
    </message>
    <message>
        <source>The POP3 login was accepted, but the sending server still refuses this computer after a second POP3 login.</source>
        <translation>POP3 ログインは受け付けられましたが、送信サーバがこのコンピュータからの送信を許可しません。もう一度ログインしても同じでした。</translation>
    </message>
    <message>
        <source>Set the CA file</source>
        <translation>CA ファイルを設定する</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>サーバ</translation>
    </message>
    <message>
        <source>it gave no words</source>
        <translation>文言なし</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>wrong user name or password</source>
        <translation>ユーザー名かパスワードの間違い</translation>
    </message>
    <message>
        <source>app password needed</source>
        <translation>アプリパスワードが必要</translation>
    </message>
    <message>
        <source>access token (OAuth 2) needed</source>
        <translation>アクセストークン（OAuth 2）が必要</translation>
    </message>
    <message>
        <source>access token refused</source>
        <translation>アクセストークンの拒否</translation>
    </message>
    <message>
        <source>login switched off</source>
        <translation>ログインが無効</translation>
    </message>
    <message>
        <source>login needed</source>
        <translation>ログインが必要</translation>
    </message>
    <message>
        <source>login method not offered</source>
        <translation>認証方式が使えない</translation>
    </message>
    <message>
        <source>encryption needed before the login</source>
        <translation>ログイン前に暗号化が必要</translation>
    </message>
    <message>
        <source>logins cannot be checked just now</source>
        <translation>今はログインを確認できない</translation>
    </message>
    <message>
        <source>account locked</source>
        <translation>アカウントのロック</translation>
    </message>
    <message>
        <source>account not activated</source>
        <translation>アカウントが未有効化</translation>
    </message>
    <message>
        <source>too many logins</source>
        <translation>ログインが多すぎる</translation>
    </message>
    <message>
        <source>wrong server for this account</source>
        <translation>このアカウントのサーバではない</translation>
    </message>
    <message>
        <source>POP3 login needed first</source>
        <translation>先に POP3 ログインが必要</translation>
    </message>
    <message>
        <source>country blocked</source>
        <translation>国による制限</translation>
    </message>
    <message>
        <source>mailbox in use</source>
        <translation>メールボックスが使用中</translation>
    </message>
    <message>
        <source>sender not allowed</source>
        <translation>差出人が許可されていない</translation>
    </message>
    <message>
        <source>sender not confirmed</source>
        <translation>差出人が未確認</translation>
    </message>
    <message>
        <source>sender&apos;s domain not found</source>
        <translation>差出人のドメインがない</translation>
    </message>
    <message>
        <source>relaying denied</source>
        <translation>中継の拒否</translation>
    </message>
    <message>
        <source>recipient unknown</source>
        <translation>宛先が不明</translation>
    </message>
    <message>
        <source>recipient&apos;s domain not found</source>
        <translation>宛先のドメインがない</translation>
    </message>
    <message>
        <source>mailbox closed</source>
        <translation>メールボックスが停止中</translation>
    </message>
    <message>
        <source>recipient takes no mail from you</source>
        <translation>宛先が受け取りを拒否</translation>
    </message>
    <message>
        <source>mailbox full</source>
        <translation>メールボックスが満杯</translation>
    </message>
    <message>
        <source>put off for some minutes (greylisting)</source>
        <translation>数分間の保留（グレーリスティング）</translation>
    </message>
    <message>
        <source>sent too fast</source>
        <translation>送信が速すぎる</translation>
    </message>
    <message>
        <source>sending limit used up</source>
        <translation>送信数の上限</translation>
    </message>
    <message>
        <source>too many connections</source>
        <translation>接続が多すぎる</translation>
    </message>
    <message>
        <source>too many recipients</source>
        <translation>宛先が多すぎる</translation>
    </message>
    <message>
        <source>message too large</source>
        <translation>メールが大きすぎる</translation>
    </message>
    <message>
        <source>taken for spam</source>
        <translation>迷惑メールと判定</translation>
    </message>
    <message>
        <source>against the rules of the server</source>
        <translation>サーバの規則に違反</translation>
    </message>
    <message>
        <source>virus</source>
        <translation>ウイルス</translation>
    </message>
    <message>
        <source>malformed message</source>
        <translation>メールの形式が不正</translation>
    </message>
    <message>
        <source>mail loop</source>
        <translation>メールのループ</translation>
    </message>
    <message>
        <source>line too long</source>
        <translation>行が長すぎる</translation>
    </message>
    <message>
        <source>line ends wrong</source>
        <translation>改行が不正</translation>
    </message>
    <message>
        <source>letters outside ASCII not taken</source>
        <translation>ASCII 以外の文字を扱えない</translation>
    </message>
    <message>
        <source>network address blocked</source>
        <translation>IP アドレスの拒否</translation>
    </message>
    <message>
        <source>no reverse DNS</source>
        <translation>逆引きがない</translation>
    </message>
    <message>
        <source>SPF failed</source>
        <translation>SPF の失敗</translation>
    </message>
    <message>
        <source>DKIM or DMARC failed</source>
        <translation>DKIM か DMARC の失敗</translation>
    </message>
    <message>
        <source>EHLO name refused</source>
        <translation>EHLO 名の拒否</translation>
    </message>
    <message>
        <source>encryption needed</source>
        <translation>暗号化が必要</translation>
    </message>
    <message>
        <source>STARTTLS not offered</source>
        <translation>STARTTLS がない</translation>
    </message>
    <message>
        <source>server&apos;s encryption out of order</source>
        <translation>サーバの暗号化の故障</translation>
    </message>
    <message>
        <source>wrong kind of encryption for the port</source>
        <translation>ポートと暗号化の種類が合わない</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>証明書の期限切れ</translation>
    </message>
    <message>
        <source>certificate for another host</source>
        <translation>別のホストの証明書</translation>
    </message>
    <message>
        <source>self-signed certificate</source>
        <translation>自己署名の証明書</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>証明書を信頼できない</translation>
    </message>
    <message>
        <source>encryption intercepted</source>
        <translation>暗号化への割り込み</translation>
    </message>
    <message>
        <source>encryption too old</source>
        <translation>暗号化が古すぎる</translation>
    </message>
    <message>
        <source>port blocked</source>
        <translation>ポートの遮断</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>ホストが見つからない</translation>
    </message>
    <message>
        <source>name server does not answer</source>
        <translation>ネームサーバの応答なし</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>接続の拒否</translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>ネットワークに到達できない</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>時間内に応答なし</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>接続が切れた</translation>
    </message>
    <message>
        <source>not a mail server</source>
        <translation>メールサーバではない</translation>
    </message>
    <message>
        <source>firewall rewrites what is said</source>
        <translation>ファイアウォールによる書き換え</translation>
    </message>
    <message>
        <source>server busy</source>
        <translation>サーバの混雑</translation>
    </message>
    <message>
        <source>server&apos;s own fault</source>
        <translation>サーバ自身の障害</translation>
    </message>
    <message>
        <source>server&apos;s disk full</source>
        <translation>サーバの空き容量不足</translation>
    </message>
    <message>
        <source>command not understood</source>
        <translation>コマンドが通じない</translation>
    </message>
    <message>
        <source>reason not known</source>
        <translation>理由が不明</translation>
    </message>
    <message>
        <source>nothing wrong</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>some recipients refused</source>
        <translation>一部の宛先が拒否</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>wrong input</source>
        <translation>入力の誤り</translation>
    </message>
    <message>
        <source>refused here</source>
        <translation>こちらで中止</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>プロキシの失敗</translation>
    </message>
    <message>
        <source>client certificate</source>
        <translation>クライアント証明書</translation>
    </message>
    <message>
        <source>the provider&apos;s own sign</source>
        <translation>プロバイダ独自の印</translation>
    </message>
    <message>
        <source>the words</source>
        <translation>文言</translation>
    </message>
    <message>
        <source>the enhanced code</source>
        <translation>拡張コード</translation>
    </message>
    <message>
        <source>the code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>the fact</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>The server gave a reason that Proserpina does not know, at this step: {step}: {said}.</source>
        <translation>サーバが挙げた理由は Proserpina の知らないものです。段階: {step}。応答: {said}。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator what these words mean; trying again without a change will not help.</source>
        <translation>この文言の意味をサーバの管理者に尋ねてください。何も変えずにやり直しても同じです。</translation>
    </message>
    <message>
        <source>The server put this off for a reason that Proserpina does not know, at this step: {step}: {said}.</source>
        <translation>サーバが Proserpina の知らない理由で保留しました。段階: {step}。応答: {said}。</translation>
    </message>
    <message>
        <source>The server gave a temporary code, so a later try may succeed.</source>
        <translation>サーバのコードは一時的なもので、後でやり直せば成功するかもしれません。</translation>
    </message>
    <message>
        <source>The server gave a permanent code, so mail programs do not try again by themselves.</source>
        <translation>サーバのコードは恒久的なもので、メールソフトは自動ではやり直しません。</translation>
    </message>
    <message>
        <source>Sending with a login is switched off for this account. The password is not at fault.</source>
        <translation>このアカウントでは、ログインしての送信が無効になっています。パスワードの問題ではありません。</translation>
    </message>
    <message>
        <source>Switch on SMTP for other programs in the account&apos;s settings on the provider&apos;s site, or ask its administrator to do so.</source>
        <translation>プロバイダのサイトのアカウント設定で、ほかのソフトからの SMTP を有効にするか、管理者に頼んでください。</translation>
    </message>
    <message>
        <source>Switch on SMTP (with POP3 and IMAP) in the account&apos;s settings on the provider&apos;s site; then check ID and password.</source>
        <translation>プロバイダのサイトのアカウント設定で SMTP（POP3 と IMAP も）を有効にし、それから ID とパスワードを確認してください。</translation>
    </message>
    <message>
        <source>The provider has not activated this account for sending yet.</source>
        <translation>プロバイダがこのアカウントの送信をまだ有効にしていません。</translation>
    </message>
    <message>
        <source>Finish the registration on the provider&apos;s site, or ask the provider what is still missing.</source>
        <translation>プロバイダのサイトで登録を済ませるか、何が足りないかをプロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>The account does not live on this server.</source>
        <translation>このアカウントは、このサーバにはありません。</translation>
    </message>
    <message>
        <source>Check the host: the provider says which server is meant for this account. Then check the ID.</source>
        <translation>ホストを確認してください。このアカウント用のサーバはプロバイダの案内にあります。次に ID を確認してください。</translation>
    </message>
    <message>
        <source>The provider takes no logins or mail from this country or network.</source>
        <translation>プロバイダは、この国やネットワークからのログインやメールを受け付けません。</translation>
    </message>
    <message>
        <source>Allow access from abroad in the account&apos;s settings on the provider&apos;s site, or send from another network.</source>
        <translation>プロバイダのサイトのアカウント設定で海外からのアクセスを許可するか、別のネットワークから送ってください。</translation>
    </message>
    <message>
        <source>The server takes mail only after a POP3 login from the same network address.</source>
        <translation>このサーバは、同じ IP アドレスから POP3 でログインした後でないとメールを受け付けません。</translation>
    </message>
    <message>
        <source>Choose POP before SMTP as the method; or ask the provider whether SMTP-AUTH works too.</source>
        <translation>方式に POP before SMTP を選ぶか、SMTP-AUTH も使えるかをプロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>The server takes mail only over an encrypted connection.</source>
        <translation>このサーバは、暗号化した接続でしかメールを受け付けません。</translation>
    </message>
    <message>
        <source>Choose STARTTLS, or SMTPs with port 465.</source>
        <translation>STARTTLS か、ポート 465 の SMTPs を選んでください。</translation>
    </message>
    <message>
        <source>The server refused the login by {method} for a reason that Proserpina does not know: {said}.</source>
        <translation>{method} によるログインは、Proserpina の知らない理由で拒否されました: {said}。</translation>
    </message>
    <message>
        <source>Ask the provider what these words mean. Trying again without a change may lock the account.</source>
        <translation>この文言の意味をプロバイダに尋ねてください。何も変えずにやり直すと、アカウントがロックされることがあります。</translation>
    </message>
    <message>
        <source>The message does not prove that it comes from the sender&apos;s domain (DKIM, DMARC or SPF).</source>
        <translation>差出人のドメインから来たことをメールが証明できていません（DKIM、DMARC、SPF）。</translation>
    </message>
    <message>
        <source>This account or computer sends faster than the server allows.</source>
        <translation>このアカウントかコンピュータからの送信が、サーバの許す速さを超えています。</translation>
    </message>
    <message>
        <source>Wait some minutes, then send less at a time; the settings are right.</source>
        <translation>数分待ってから、一度に送る数を減らしてください。設定は合っています。</translation>
    </message>
    <message>
        <source>Too many connections to this server are open at the same time.</source>
        <translation>このサーバへの同時接続が多すぎます。</translation>
    </message>
    <message>
        <source>Try again in some minutes, and close other mail programs that use the same account.</source>
        <translation>数分後にやり直し、同じアカウントを使うほかのメールソフトを閉じてください。</translation>
    </message>
    <message>
        <source>Send through the server that the domain&apos;s owner names for it, or ask the owner to add this one to the SPF record; else use another From.</source>
        <translation>ドメインの持ち主が指定するサーバから送るか、このサーバを SPF レコードに加えてもらってください。でなければ別の From を使ってください。</translation>
    </message>
    <message>
        <source>The provider has not confirmed yet that this sender address or its domain is yours.</source>
        <translation>この差出人アドレスかドメインがあなたのものだと、プロバイダがまだ確認していません。</translation>
    </message>
    <message>
        <source>Confirm the address or domain on the provider&apos;s site, or use one as From that is confirmed there.</source>
        <translation>プロバイダのサイトでアドレスかドメインを確認するか、確認済みのものを From に使ってください。</translation>
    </message>
    <message>
        <source>The server cannot read the sender address.</source>
        <translation>サーバが差出人アドレスを読み取れません。</translation>
    </message>
    <message>
        <source>Check the From address for stray spaces, quotes or letters.</source>
        <translation>From のアドレスに余分な空白、引用符、文字がないか確認してください。</translation>
    </message>
    <message>
        <source>The server does not pass mail on to {recipient} for a computer that has not logged in.</source>
        <translation>このサーバは、ログインしていないコンピュータのメールを {recipient} へ中継しません。</translation>
    </message>
    <message>
        <source>The message goes round in circles: it has passed too many servers, or the same one twice.</source>
        <translation>メールが循環しています。通ったサーバが多すぎるか、同じサーバを 2 度通りました。</translation>
    </message>
    <message>
        <source>Look for a forwarding that leads back, and ask the operator of the mailbox to end it.</source>
        <translation>元に戻る転送がないか調べ、メールボックスの管理者に止めてもらってください。</translation>
    </message>
    <message>
        <source>The server says that a line of the message is too long.</source>
        <translation>メールに長すぎる行があるとサーバが言っています。</translation>
    </message>
    <message>
        <source>Break the long line, or have the message encoded (quoted-printable or base64).</source>
        <translation>長い行を分けるか、メールを符号化してください（quoted-printable か base64）。</translation>
    </message>
    <message>
        <source>The server refuses this computer&apos;s network address because no host name belongs to it (reverse DNS).</source>
        <translation>このコンピュータの IP アドレスは、対応するホスト名（逆引き DNS）がないため拒否されました。</translation>
    </message>
    <message>
        <source>Send through your own provider&apos;s server with a login; for a mail server of your own, have reverse DNS set by whoever gave you the address.</source>
        <translation>契約しているプロバイダのサーバにログインして送ってください。自分のメールサーバなら、アドレスの割り当て元に逆引きを設定してもらってください。</translation>
    </message>
    <message>
        <source>The server reports a fault of its own, at this step: {step}.</source>
        <translation>サーバが自身の障害を報告しています。段階: {step}。</translation>
    </message>
    <message>
        <source>Try again later; if this keeps happening, show the server&apos;s words to its operator.</source>
        <translation>後でやり直してください。続くようなら、応答をサーバの管理者に見せてください。</translation>
    </message>
    <message>
        <source>The server did not understand a command, or not at that time, at this step: {step}.</source>
        <translation>サーバにコマンドが通じなかったか、その時点では受け付けられませんでした。段階: {step}。</translation>
    </message>
    <message>
        <source>Nothing that you entered needs to be wrong. See the server&apos;s own words, and show the conversation to its operator.</source>
        <translation>入力に誤りがあるとは限りません。サーバの応答を確認し、やりとりを管理者に見せてください。</translation>
    </message>
    <message>
        <source>The server refused {recipient} for a reason that Proserpina does not know: {said}.</source>
        <translation>{recipient} は、Proserpina の知らない理由で拒否されました: {said}。</translation>
    </message>
    <message>
        <source>Ask the recipient, by another way, or the server&apos;s operator what these words mean.</source>
        <translation>この文言の意味を、別の手段で宛先の人に、またはサーバの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>The server took the message for spam.</source>
        <translation>サーバがメールを迷惑メールと判定しました。</translation>
    </message>
    <message>
        <source>The server refused the message for a reason that Proserpina does not know: {said}.</source>
        <translation>メールは、Proserpina の知らない理由で拒否されました: {said}。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator what these words mean before you send it again.</source>
        <translation>もう一度送る前に、この文言の意味をサーバの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>The server refused to go on after the sender was named, for a reason that Proserpina does not know: {said}.</source>
        <translation>差出人を伝えた後、Proserpina の知らない理由で拒否されました: {said}。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator what these words mean.</source>
        <translation>この文言の意味をサーバの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>The server&apos;s rules do not allow this message: {said}.</source>
        <translation>サーバの規則がこのメールを許可していません: {said}。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator which rule it is; often it is about the kind of attachment or a word in the text.</source>
        <translation>どの規則かをサーバの管理者に尋ねてください。添付ファイルの種類や本文中の語であることがよくあります。</translation>
    </message>
    <message>
        <source>The mailbox of {recipient} does not take this mail: it is closed to you.</source>
        <translation>{recipient} のメールボックスは、あなたからのこのメールを受け付けません。</translation>
    </message>
    <message>
        <source>Ask the recipient for it by another way, or for another address.</source>
        <translation>別の手段で宛先の人に頼むか、別のアドレスを尋ねてください。</translation>
    </message>
    <message>
        <source>The server refuses mail from this computer&apos;s network address: it is on a block list or has a bad reputation.</source>
        <translation>このコンピュータの IP アドレスからのメールは拒否されました。ブロックリストに載っているか、評価が低いためです。</translation>
    </message>
    <message>
        <source>The server is busy or closing down, and takes nothing just now.</source>
        <translation>サーバが混雑しているか停止中で、今は受け付けません。</translation>
    </message>
    <message>
        <source>Fetching mail by POP3 is switched off for this account.</source>
        <translation>このアカウントでは、POP3 での受信が無効になっています。</translation>
    </message>
    <message>
        <source>Switch on POP3 in the account&apos;s settings on the provider&apos;s site, or ask its administrator to do so.</source>
        <translation>プロバイダのサイトのアカウント設定で POP3 を有効にするか、管理者に頼んでください。</translation>
    </message>
    <message>
        <source>The POP3 server refused the login for a reason that Proserpina does not know: {said}.</source>
        <translation>POP3 のログインは、Proserpina の知らない理由で拒否されました: {said}。</translation>
    </message>
    <message>
        <source>Ask the provider what these words mean, and check the settings of the POP3 login.</source>
        <translation>この文言の意味をプロバイダに尋ね、POP3 ログインの設定を確認してください。</translation>
    </message>
    <message>
        <source>The server refused the user name or the password.</source>
        <translation>ユーザー名かパスワードが拒否されました。</translation>
    </message>
    <message>
        <source>Check both: some servers want the whole address as the user name, others only the part before the @. Some providers want a password made for mail programs.</source>
        <translation>両方を確認してください。ユーザー名はアドレス全体のことも、@ より前だけのこともあります。メールソフト用のパスワードが必要なプロバイダもあります。</translation>
    </message>
    <message>
        <source>The server does not offer that method of logging in.</source>
        <translation>サーバはその認証方式に対応していません。</translation>
    </message>
    <message>
        <source>Choose another method, such as LOGIN or PLAIN; many servers offer a login only after encryption has begun.</source>
        <translation>LOGIN や PLAIN など別の方式を選んでください。暗号化を始めてからでないとログインできないサーバも多くあります。</translation>
    </message>
    <message>
        <source>The server takes a login only over an encrypted connection.</source>
        <translation>サーバは、暗号化した接続でしかログインを受け付けません。</translation>
    </message>
    <message>
        <source>Use STARTTLS on port 587, or SMTPs on port 465.</source>
        <translation>ポート 587 の STARTTLS か、ポート 465 の SMTPs を使ってください。</translation>
    </message>
    <message>
        <source>The message is larger than the server or the recipient allows.</source>
        <translation>メールが、サーバか宛先の許す大きさを超えています。</translation>
    </message>
    <message>
        <source>The server does not accept the name by which the sending computer greets it (EHLO).</source>
        <translation>送信側のコンピュータが名乗った名前（EHLO）が受け付けられません。</translation>
    </message>
    <message>
        <source>Set a full host name such as pc.example.org as the EHLO name, or an address in brackets.</source>
        <translation>EHLO 名に pc.example.org のような完全なホスト名か、角括弧で囲んだアドレスを設定してください。</translation>
    </message>
    <message>
        <source>The server does not pass mail on to {recipient} for this sender or computer.</source>
        <translation>サーバは、この差出人またはコンピュータのメールを {recipient} へ中継しません。</translation>
    </message>
    <message>
        <source>Log in (SMTP-AUTH) with the account to which the From address belongs, and use that provider&apos;s own server for sending.</source>
        <translation>From のアドレスのアカウントでログイン（SMTP-AUTH）し、そのプロバイダの送信サーバを使ってください。</translation>
    </message>
    <message>
        <source>Proserpina does not know this reason: {said}.</source>
        <translation>Proserpina の知らない理由です: {said}。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator what these words mean; if they name a page, look there.</source>
        <translation>この文言の意味をサーバの管理者に尋ねてください。ページの案内があれば、そこを見てください。</translation>
    </message>
    <message>
        <source>The network, a firewall or a virus scanner blocks this port.</source>
        <translation>ネットワーク、ファイアウォール、またはウイルス対策ソフトがこのポートを遮断しています。</translation>
    </message>
    <message>
        <source>Use port 587 with STARTTLS or port 465 with SMTPs; many networks block port 25.</source>
        <translation>ポート 587 の STARTTLS か、ポート 465 の SMTPs を使ってください。ポート 25 を遮断するネットワークは多くあります。</translation>
    </message>
    <message>
        <source>There is no host of that name.</source>
        <translation>その名前のホストはありません。</translation>
    </message>
    <message>
        <source>Host names could not be looked up just then.</source>
        <translation>その時点ではホスト名を調べられませんでした。</translation>
    </message>
    <message>
        <source>Check the computer&apos;s network connection and name server, then try again; the host may well be right.</source>
        <translation>コンピュータのネットワーク接続とネームサーバを確認し、やり直してください。ホスト名は合っているかもしれません。</translation>
    </message>
    <message>
        <source>The host refuses connections on that port: nothing listens there, or a firewall refuses it.</source>
        <translation>ホストがそのポートへの接続を拒否しています。待ち受けるものがないか、ファイアウォールが拒否しています。</translation>
    </message>
    <message>
        <source>There is no way through the network to that host.</source>
        <translation>そのホストへのネットワーク経路がありません。</translation>
    </message>
    <message>
        <source>Check the network connection and a VPN or firewall in between; where only IPv6 or only IPv4 fails, use the other.</source>
        <translation>ネットワーク接続と、間にある VPN やファイアウォールを確認してください。IPv6 か IPv4 の一方だけがつながらないなら、もう一方を使ってください。</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>時間内に応答がありませんでした。</translation>
    </message>
    <message>
        <source>Check host and port; a firewall may be dropping the connection, or the server is down or slow.</source>
        <translation>ホストとポートを確認してください。ファイアウォールが接続を捨てているか、サーバが停止中または低速かもしれません。</translation>
    </message>
    <message>
        <source>The connection was cut off.</source>
        <translation>接続が切られました。</translation>
    </message>
    <message>
        <source>Try again; if this keeps happening, the server, a firewall or a virus scanner objects. Check the kind of encryption too.</source>
        <translation>やり直してください。続くようなら、サーバ、ファイアウォール、またはウイルス対策ソフトが拒んでいます。暗号化の種類も確認してください。</translation>
    </message>
    <message>
        <source>What answers there is another service, not a server for sending mail.</source>
        <translation>応答しているのは別のサービスで、メール送信用のサーバではありません。</translation>
    </message>
    <message>
        <source>Something on the way, such as a firewall or virus scanner, rewrites what the server says or answers in its place.</source>
        <translation>途中のファイアウォールやウイルス対策ソフトなどが、サーバの応答を書き換えるか、代わりに応答しています。</translation>
    </message>
    <message>
        <source>Switch off that program&apos;s mail inspection, or use SMTPs with port 465.</source>
        <translation>そのソフトのメール検査を止めるか、ポート 465 の SMTPs を使ってください。</translation>
    </message>
    <message>
        <source>The server does not offer encryption by STARTTLS on this port.</source>
        <translation>サーバはこのポートで STARTTLS による暗号化に対応していません。</translation>
    </message>
    <message>
        <source>Use SMTPs with port 465, or another port of the provider; go without encryption only where you trust the whole way.</source>
        <translation>ポート 465 の SMTPs か、プロバイダの別のポートを使ってください。暗号化なしは、経路全体を信頼できるときだけにしてください。</translation>
    </message>
    <message>
        <source>The server offers encryption but cannot start it: its TLS is set up wrong or out of order.</source>
        <translation>サーバは暗号化に対応しているのに開始できません。TLS の設定が誤っているか、故障しています。</translation>
    </message>
    <message>
        <source>Try again later, or use SMTPs with port 465; tell the server&apos;s operator.</source>
        <translation>後でやり直すか、ポート 465 の SMTPs を使い、サーバの管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The kind of encryption does not fit the port: one side spoke TLS and the other did not.</source>
        <translation>暗号化の種類がポートに合っていません。一方が TLS で話し、もう一方はそうではありませんでした。</translation>
    </message>
    <message>
        <source>Use STARTTLS on port 587, or SMTPs (TLS from the first byte) on port 465.</source>
        <translation>ポート 587 の STARTTLS か、ポート 465 の SMTPs（最初から TLS）を使ってください。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, is not valid yet, or the computer&apos;s clock is wrong.</source>
        <translation>サーバの証明書が期限切れか、まだ有効でないか、コンピュータの時計が違っています。</translation>
    </message>
    <message>
        <source>Check the computer&apos;s date; if it is right, tell the server&apos;s operator to renew the certificate.</source>
        <translation>コンピュータの日付を確認してください。合っていれば、証明書の更新をサーバの管理者に頼んでください。</translation>
    </message>
    <message>
        <source>The certificate is for another host name than the one that was entered.</source>
        <translation>証明書は、入力されたものとは別のホスト名のものです。</translation>
    </message>
    <message>
        <source>Use as the host a name that is in the certificate, if it is your provider&apos;s; otherwise do not log in there.</source>
        <translation>証明書にある名前がプロバイダのものなら、それをホストに使ってください。そうでなければログインしないでください。</translation>
    </message>
    <message>
        <source>The server signed its certificate itself, so nobody vouches for it.</source>
        <translation>サーバが自分で署名した証明書なので、保証する者がいません。</translation>
    </message>
    <message>
        <source>If it is your own server, set its certificate as the CA file or trust just this one; otherwise do not log in there.</source>
        <translation>自分のサーバなら、その証明書を CA ファイルに設定するか、これだけを信頼してください。そうでなければログインしないでください。</translation>
    </message>
    <message>
        <source>The certificate&apos;s issuer is not known to the computer, or the server sends its certificates incompletely.</source>
        <translation>証明書の発行者がこのコンピュータに知られていないか、サーバが証明書を不完全に送っています。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s operator to send the whole chain; on an old computer, update its certificates. Do not switch the check off.</source>
        <translation>証明書チェーン全体を送るようサーバの管理者に頼んでください。古いコンピュータなら証明書を更新してください。検証は無効にしないでください。</translation>
    </message>
    <message>
        <source>The certificate is not the server&apos;s: a virus scanner or proxy on the way put its own in its place.</source>
        <translation>証明書がサーバのものではありません。途中のウイルス対策ソフトかプロキシが自分のものに差し替えました。</translation>
    </message>
    <message>
        <source>Switch off the scanner&apos;s check of encrypted mail; if you know of none, somebody may be reading along.</source>
        <translation>ウイルス対策ソフトの暗号化メール検査を止めてください。心当たりがなければ、誰かが盗み見ているかもしれません。</translation>
    </message>
    <message>
        <source>The two sides have no common way of encrypting that counts as safe today.</source>
        <translation>双方に共通する、今日安全とされる暗号化の方法がありません。</translation>
    </message>
    <message>
        <source>Update the older of the two, program or server; the provider knows which hosts take TLS 1.2.</source>
        <translation>ソフトかサーバのうち古いほうを更新してください。TLS 1.2 を使えるホストはプロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>The sender&apos;s domain does not allow its mail to be sent this way (SPF).</source>
        <translation>差出人のドメインは、そのメールがこの経路で送られることを許可していません（SPF）。</translation>
    </message>
    <message>
        <source>The mailbox is in use by another program just now, so the POP3 login was put off. No mail was tried.</source>
        <translation>メールボックスは今、別のプログラムが使っているため、POP3 ログインは延期されました。メールの送信は試していません。</translation>
    </message>
    <message>
        <source>The POP3 server allows a login only some time after the last one. No mail was tried.</source>
        <translation>この POP3 サーバは、前回のログインからしばらく待たないとログインできません。メールの送信は試していません。</translation>
    </message>
    <message>
        <source>The POP3 server does not take this ID with this password. No mail was tried.</source>
        <translation>POP3 サーバはこの ID とパスワードを受け付けません。メールの送信は試していません。</translation>
    </message>
    <message>
        <source>Another program is using the mailbox just now.</source>
        <translation>今は別のソフトがメールボックスを使っています。</translation>
    </message>
    <message>
        <source>The provider&apos;s page for it: {page}</source>
        <translation>プロバイダのページ: {page}</translation>
    </message>
    <message>
        <source>The certificate is not {host}&apos;s own: {issuer}, a virus scanner or proxy on the way, put its own in its place.</source>
        <translation>証明書は {host} のものではありません。途中のウイルス対策ソフトかプロキシ（{issuer}）が自分のものに差し替えました。</translation>
    </message>
    <message>
        <source>Switch off the scanner&apos;s check of encrypted mail. Only where you know and trust it, set its CA file: it then reads along, the password too.</source>
        <translation>ウイルス対策ソフトの暗号化メール検査を止めてください。正体が分かり信頼できる場合だけ、その CA ファイルを設定してください。その場合、パスワードも含めて内容を読まれます。</translation>
    </message>
    <message>
        <source>The server asks for a login, although it has taken one in this connection.</source>
        <translation>この接続でログインを受け付けたのに、サーバがまたログインを求めています。</translation>
    </message>
    <message>
        <source>Check that ID and password belong to this server, or try another method; else ask the provider.</source>
        <translation>ID とパスワードがこのサーバのものか確認するか、別の方式を試してください。でなければプロバイダに尋ねてください。</translation>
    </message>
    <message>
        <source>It might also be: {others}</source>
        <translation>ほかの可能性: {others}</translation>
    </message>
    <message>
        <source>Said during: {step}</source>
        <translation>段階: {step}</translation>
    </message>
    <message>
        <source>likeness to known replies</source>
        <translation>分かっている応答との類似</translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>This is not a mailto: link, or it is too long.</source>
        <translation>mailto: リンクではないか、長すぎます。</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>refuses every client in its greeting</source>
        <translation>最初の応答ですべての接続を断る</translation>
    </message>
    <message>
        <source>is too busy to greet</source>
        <translation>混んでいて最初の応答できない</translation>
    </message>
    <message>
        <source>takes the connection and says nothing</source>
        <translation>接続を受けるが何も言わない</translation>
    </message>
    <message>
        <source>is an SSH server</source>
        <translation>SSH サーバである</translation>
    </message>
    <message>
        <source>stands behind a firewall that rewrites SMTP</source>
        <translation>SMTP を書き換えるファイアウォールの内側にある</translation>
    </message>
    <message>
        <source>knows HELO, not EHLO</source>
        <translation>HELO だけを知り、EHLO を知らない</translation>
    </message>
    <message>
        <source>does not like the EHLO name</source>
        <translation>EHLO の名前を受け付けない</translation>
    </message>
    <message>
        <source>does not offer STARTTLS</source>
        <translation>STARTTLS を使えない</translation>
    </message>
    <message>
        <source>offers STARTTLS, then has no TLS today</source>
        <translation>STARTTLS を使えると言うが、今は TLS がない</translation>
    </message>
    <message>
        <source>somebody in between slips a reply in before TLS</source>
        <translation>途中のだれかが TLS の前に応答を差し込む</translation>
    </message>
    <message>
        <source>closes in the middle of the TLS handshake</source>
        <translation>TLS を始める途中で接続を切る</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>証明書の期限が切れている</translation>
    </message>
    <message>
        <source>its certificate is not yet valid</source>
        <translation>証明書がまだ有効でない</translation>
    </message>
    <message>
        <source>its certificate is signed by itself</source>
        <translation>証明書に自分で署名している</translation>
    </message>
    <message>
        <source>its certificate is by an issuer nobody knows</source>
        <translation>証明書の発行者をだれも知らない</translation>
    </message>
    <message>
        <source>its certificate is for another host</source>
        <translation>証明書が別のホストのものである</translation>
    </message>
    <message>
        <source>offers no login</source>
        <translation>ログインを使えない</translation>
    </message>
    <message>
        <source>offers LOGIN and PLAIN only</source>
        <translation>LOGIN と PLAIN だけを使える</translation>
    </message>
    <message>
        <source>offers login without encryption</source>
        <translation>暗号化なしでログインを使える</translation>
    </message>
    <message>
        <source>refuses every password</source>
        <translation>どのパスワードも拒否する</translation>
    </message>
    <message>
        <source>cannot look passwords up at the moment</source>
        <translation>今はパスワードを調べられない</translation>
    </message>
    <message>
        <source>wants OAuth, as Microsoft&apos;s servers do</source>
        <translation>Microsoft のサーバのように OAuth を求める</translation>
    </message>
    <message>
        <source>refuses the sender&apos;s address</source>
        <translation>差出人のアドレスを拒否する</translation>
    </message>
    <message>
        <source>refuses every recipient</source>
        <translation>すべての宛先を拒否する</translation>
    </message>
    <message>
        <source>greylists every recipient</source>
        <translation>すべての宛先を一時保留にする (グレーリスト)</translation>
    </message>
    <message>
        <source>takes the message for spam</source>
        <translation>メールを迷惑メールと判断する</translation>
    </message>
    <message>
        <source>takes messages up to 100 octets</source>
        <translation>100 バイトまでのメールを受け付ける</translation>
    </message>
    <message>
        <source>breaks the connection after the whole message</source>
        <translation>メールをすべて受け取った後で接続を切る</translation>
    </message>
    <message>
        <source>never ends the TLS handshake</source>
        <translation>TLS の開始が終わらない</translation>
    </message>
    <message>
        <source>does not answer EHLO</source>
        <translation>EHLO に応答しない</translation>
    </message>
    <message>
        <source>does not answer STARTTLS</source>
        <translation>STARTTLS に応答しない</translation>
    </message>
    <message>
        <source>does not answer AUTH</source>
        <translation>AUTH に応答しない</translation>
    </message>
    <message>
        <source>does not answer MAIL</source>
        <translation>MAIL に応答しない</translation>
    </message>
    <message>
        <source>does not answer RCPT</source>
        <translation>RCPT に応答しない</translation>
    </message>
    <message>
        <source>does not answer DATA</source>
        <translation>DATA に応答しない</translation>
    </message>
    <message>
        <source>stops reading in the middle of the message</source>
        <translation>メールの途中で読むのをやめる</translation>
    </message>
    <message>
        <source>does not answer the end of the message</source>
        <translation>メールの終わりに応答しない</translation>
    </message>
    <message>
        <source>does not offer PIPELINING</source>
        <translation>PIPELINING を使えない</translation>
    </message>
    <message>
        <source>sends its replies one octet at a time</source>
        <translation>応答を 1 バイトずつ送る</translation>
    </message>
    <message>
        <source>ends its lines with LF alone</source>
        <translation>行の終わりが LF だけである</translation>
    </message>
    <message>
        <source>changes the code in the middle of a reply</source>
        <translation>応答の途中でコードを変える</translation>
    </message>
    <message>
        <source>sends a reply nobody asked for</source>
        <translation>だれも求めていない応答を送る</translation>
    </message>
    <message>
        <source>puts escape sequences, bidi controls and HTML in its replies</source>
        <translation>エスケープシーケンス、書字方向の制御文字、HTML を応答に入れる</translation>
    </message>
    <message>
        <source>refuses every POP3 login</source>
        <translation>POP3 のログインをすべて断る</translation>
    </message>
    <message>
        <source>says at POP3 that the mailbox is in use</source>
        <translation>POP3 でメールボックスが使用中だと答える</translation>
    </message>
    <message>
        <source>offers no APOP</source>
        <translation>APOP に対応しない</translation>
    </message>
    <message>
        <source>takes the POP3 login, and then no mail all the same</source>
        <translation>POP3 のログインは受け付けるが、メールは受け付けない</translation>
    </message>
    <message>
        <source>leaves out the certificate between its own and the root</source>
        <translation>自分の証明書とルートの間の証明書を送らない</translation>
    </message>
    <message>
        <source>its certificate names the host only in the old way</source>
        <translation>証明書にホスト名が古い書き方だけで入っている</translation>
    </message>
    <message>
        <source>speaks TLS 1.1 and nothing newer</source>
        <translation>TLS 1.1 だけを使い、それより新しいものは使わない</translation>
    </message>
    <message>
        <source>asks SCRAM-SHA-256 for too little hashing</source>
        <translation>SCRAM-SHA-256 に少なすぎるハッシュ計算を求める</translation>
    </message>
</context>
<context>
    <name>ui::AddServerPage</name>
    <message>
        <source>Yes, use it there</source>
        <translation>はい、そこで使う</translation>
    </message>
    <message>
        <source>Enter another</source>
        <translation>別のものを入力する</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>The keychain could not take the password: it is kept in memory until you quit.</source>
        <translation>キーチェーンがパスワードを受け取れませんでした。終了するまでメモリに置きます。</translation>
    </message>
    <message>
        <source>Its password is kept in memory until you quit.</source>
        <translation>パスワードは終了するまでメモリに置きます。</translation>
    </message>
    <message>
        <source>What you had typed is back; only the password is not kept.</source>
        <translation>前に入力した内容を戻しました。パスワードだけは残していません。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 の編集</translation>
    </message>
    <message>
        <source>What is typed here is not saved yet.</source>
        <translation>ここに入力した内容はまだ保存していません。</translation>
    </message>
    <message>
        <source>Drop it and go on with %1</source>
        <translation>捨てて %1 に進む</translation>
    </message>
    <message>
        <source>a new server</source>
        <translation>新しいサーバ</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>それでも使う</translation>
    </message>
    <message>
        <source>%1 Is that right?</source>
        <translation>%1よろしいですか。</translation>
    </message>
    <message>
        <source>Check connects and logs in with what is typed here. What the server answers appears in this place.</source>
        <translation>「確認」を押すと、入力した内容で接続し、ログインを試します。サーバの応答はここに表示されます。</translation>
    </message>
    <message>
        <source>New here? Type your mail address and password, then press Enter.</source>
        <translation>はじめての方へ: メールアドレスとパスワードを入力し、Enter キーを押してください。</translation>
    </message>
    <message>
        <source>Try the practice server</source>
        <translation>練習用サーバで試す</translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation>入力を消しました。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 を確認しています</translation>
    </message>
    <message>
        <source>This server is switched off: nothing is sent through it.</source>
        <translation>このサーバは無効になっているため、送信には使われません。</translation>
    </message>
    <message>
        <source>Switch it on and send</source>
        <translation>有効にして送る</translation>
    </message>
</context>
<context>
    <name>ui::AddressField</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::AdvancedPanel</name>
    <message>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>これはファイルではありません。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>このファイルは読めません。</translation>
    </message>
    <message>
        <source>Choose a file with certificates (PEM)</source>
        <translation>証明書のファイル (PEM) を選ぶ</translation>
    </message>
    <message>
        <source>Choose the client certificate (PEM)</source>
        <translation>クライアント証明書 (PEM) を選ぶ</translation>
    </message>
    <message>
        <source>Choose the key of the client certificate (PEM)</source>
        <translation>クライアント証明書の鍵 (PEM) を選ぶ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>standard (RFC 5321)</source>
        <translation>標準 (RFC 5321)</translation>
    </message>
    <message>
        <source>each step its own</source>
        <translation>段階ごとに別々</translation>
    </message>
    <message>
        <source>Which proxy? Enter its host name.</source>
        <translation>どのプロキシですか。ホスト名を入力してください。</translation>
    </message>
    <message>
        <source>These can be broken: somebody on the way may read the password and the mail. Only for an old device of your own.</source>
        <translation>この暗号化は破られることがあります。途中のだれかに、パスワードやメールを読まれるかもしれません。ご自分の古い機器だけに使ってください。</translation>
    </message>
    <message>
        <source>A weaker method shows the server the password itself. A wrong password is refused up to three times, after which some servers lock the account.</source>
        <translation>弱い方式では、サーバにパスワードそのものを見せます。パスワードが違っていると 3 回まで断られ、アカウントを停止するサーバもあります。</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentList</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::AttemptPanel</name>
    <message>
        <source>%1 ...</source>
        <translation>%1 ...</translation>
    </message>
    <message>
        <source>Steps: %1.</source>
        <translation>手順: %1。</translation>
    </message>
    <message>
        <source>Reply of %1, %2</source>
        <translation>%1 の応答、%2</translation>
    </message>
    <message>
        <source>Check of %1, %2</source>
        <translation>%1 の確認、%2</translation>
    </message>
    <message>
        <source>Test mail through %1, %2</source>
        <translation>%1 からのテストメール、%2</translation>
    </message>
    <message>
        <source>%1, for the settings before this change</source>
        <translation>%1 (変更前の設定での結果)</translation>
    </message>
</context>
<context>
    <name>ui::AuthDialog</name>
    <message>
        <source>Encrypts from the first byte. TLS 1.2 and newer are used; the name is the manual&apos;s.</source>
        <translation>最初の1バイトから暗号化します。使うのは TLS 1.2 以降です。名前は昔の説明書のままです。</translation>
    </message>
    <message>
        <source>offered by the server</source>
        <translation>サーバが対応</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>対応なし</translation>
    </message>
    <message>
        <source>the whole address</source>
        <translation>アドレス全体</translation>
    </message>
    <message>
        <source>the part before @</source>
        <translation>@ より前</translation>
    </message>
    <message>
        <source>other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>kept; type to change it</source>
        <translation>保存済み (変えるときに入力)</translation>
    </message>
    <message>
        <source>There is no keychain: kept in memory until you quit</source>
        <translation>キーチェーンがないので、終了するまでメモリに置きます</translation>
    </message>
    <message>
        <source>%1, never the other way.</source>
        <translation>%1 の順に下がり、逆には進みません。</translation>
    </message>
    <message>
        <source>What this server offers is not known yet; Check finds it out.</source>
        <translation>このサーバが何に対応しているかはまだわかりません。「確認」で調べます。</translation>
    </message>
    <message>
        <source>With this server&apos;s reply %1 will be used.</source>
        <translation>このサーバの応答では %1 を使います。</translation>
    </message>
    <message>
        <source>With this server&apos;s reply no login is possible by this method or one below.</source>
        <translation>このサーバの応答では、この方式でも下の方式でもログインできません。</translation>
    </message>
    <message>
        <source>No login method can carry a NUL character.</source>
        <translation>NUL 文字はどの方式でも送れません。</translation>
    </message>
    <message>
        <source>The older way to be let in: a login by POP3, and the mail right after it</source>
        <translation>昔からの方法。POP3 でログインし、その直後にメールを送ります</translation>
    </message>
    <message>
        <source>The mail is handed over without logging in, as within a company.</source>
        <translation>社内などで使うように、ログインせずにメールを渡します。</translation>
    </message>
    <message>
        <source>Logs in by POP3, port %1, and then sends without another login.</source>
        <translation>POP3 (ポート %1) でログインし、その後は認証なしで送ります。</translation>
    </message>
    <message>
        <source>Logs in by POP3 at %1, port %2, and then sends without another login.</source>
        <translation>POP3 で %1 のポート %2 にログインし、その後は認証なしで送ります。</translation>
    </message>
    <message>
        <source>empty: whom the certificate stands for</source>
        <translation>空なら、証明書の持ち主</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Show the access token</source>
        <translation>アクセストークンを表示する</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示する</translation>
    </message>
    <message>
        <source>Pass&amp;word command</source>
        <translation>パスワードコマンド(&amp;W)</translation>
    </message>
    <message>
        <source>Program that prints the access token</source>
        <translation>アクセストークンを出力するプログラム</translation>
    </message>
    <message>
        <source>Program that prints the password</source>
        <translation>パスワードを出力するプログラム</translation>
    </message>
    <message>
        <source>A program whose first line of output is the access token</source>
        <translation>出力の1行目がアクセストークンであるプログラム</translation>
    </message>
    <message>
        <source>A program whose first line of output is the password, instead of a kept one</source>
        <translation>出力の1行目がパスワードであるプログラム。保存したパスワードの代わりに使います</translation>
    </message>
    <message>
        <source>The client certificate logs in; there is no password.</source>
        <translation>クライアント証明書でログインします。パスワードは使いません。</translation>
    </message>
    <message>
        <source>The client certificate logs in; there is no password. Set the certificate in the page, under Advanced.</source>
        <translation>クライアント証明書でログインします。パスワードは使いません。証明書は、画面の「詳細」で設定してください。</translation>
    </message>
    <message>
        <source>&amp;Access token</source>
        <translation>アクセストークン(&amp;A)</translation>
    </message>
    <message>
        <source>Token co&amp;mmand</source>
        <translation>トークンコマンド(&amp;M)</translation>
    </message>
    <message>
        <source>Encrypts from the first byte. TLS 1.0 and newer are used, as allowed for this server; the name is the manual&apos;s.</source>
        <translation>最初の1バイトから暗号化します。このサーバには許されているので、使うのは TLS 1.0 以降です。名前は昔の説明書のままです。</translation>
    </message>
    <message>
        <source>%1 has no fallback.</source>
        <translation>%1 がだめなときに代わりに使う方式はありません。</translation>
    </message>
    <message>
        <source>Keep it in the keychain, which is locked and will ask</source>
        <translation>キーチェーンに保存する (ロック中のため、確認が表示されます)</translation>
    </message>
</context>
<context>
    <name>ui::AutosendPage</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>Dr&amp;y run ...</source>
        <translation>試行(&amp;Y)...</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下へ(&amp;W)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>Send a&amp;gain</source>
        <translation>再送(&amp;G)</translation>
    </message>
    <message>
        <source>Sh&amp;ow the mail</source>
        <translation>メールを表示(&amp;O)</translation>
    </message>
    <message>
        <source>Restore the last &amp;good copy</source>
        <translation>最後の正常なコピーに戻す(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>From address ...</source>
        <translation>発信アドレス...</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Edit this rule ...</source>
        <translation>このルールを編集...</translation>
    </message>
    <message>
        <source>Deleted the rule for %1. Files that are on their way still arrive.</source>
        <translation>%1 のルールを削除しました。送信中のファイルはそのまま送られます。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Restored the rules.</source>
        <translation>ルールを元に戻しました。</translation>
    </message>
    <message>
        <source>Which of these files are to be mailed? The others stay as they are.</source>
        <translation>どのファイルを送りますか。ほかのファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>There is no From address yet. Save a server with an address to get one.</source>
        <translation>発信アドレスはまだありません。アドレスを付けてサーバを保存すると作られます。</translation>
    </message>
    <message>
        <source>There is no rule yet. Choose New rule, then a folder and its recipients.</source>
        <translation>ルールはまだありません。「ルール作成」を選び、フォルダと宛先を指定してください。</translation>
    </message>
</context>
<context>
    <name>ui::ConfirmDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ui::ExplainDialog</name>
    <message>
        <source>not known, or as the text tells</source>
        <translation>不明、または文から判断</translation>
    </message>
    <message>
        <source>Paste or type the text, and what it means appears here.</source>
        <translation>文を貼り付けるか入力すると、ここに意味が表示されます。</translation>
    </message>
    <message>
        <source>It stays in this window: nothing is stored or sent. What looks like a password is hidden at once.</source>
        <translation>文はこのウィンドウの中だけで扱い、保存も送信もしません。パスワードらしいものはすぐに隠します。</translation>
    </message>
    <message>
        <source>What was judged: %1</source>
        <translation>判断した文: %1</translation>
    </message>
</context>
<context>
    <name>ui::FileHistoryModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It lies in %1 now.</source>
        <translation>今は %1 にあります。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>ui::HelpText</name>
    <message>
        <source>Method: leave SCRAM-SHA-256 if you do not know which one your server takes. The reply of the server decides: what it does not offer is left out, and the next lower one is used, SCRAM-SHA-256 &gt; CRAM-MD5 &gt; LOGIN &gt; PLAIN1. It never goes the other way round, and after a refused password no weaker method is tried without your click, unless you allow that under Advanced.</source>
        <translation>方式: サーバがどれに対応しているかわからなければ SCRAM-SHA-256 のままにしてください。サーバの応答で決まります。対応していないものは飛ばし、SCRAM-SHA-256 &gt; CRAM-MD5 &gt; LOGIN &gt; PLAIN1 の順に下のものを使います。逆には進みません。パスワードが断られた後は、クリックするか「詳細」で許さない限り、弱い方式を試しません。</translation>
    </message>
    <message>
        <source>PLAIN1 sends ID and password in the first line, PLAIN2 waits until the server asks. PLAIN2 is used only where you choose it.</source>
        <translation>PLAIN1 は ID とパスワードを最初の行で送り、PLAIN2 はサーバに尋ねられるのを待ちます。PLAIN2 は選んだときだけ使います。</translation>
    </message>
    <message>
        <source>POP before SMTP is the older way: the login goes to the POP3 server, and for some minutes the server for sending then takes mail from this computer without another one. Where it does not, the login is made once more.</source>
        <translation>POP before SMTP は昔からの方法です。POP3 サーバにログインすると、しばらくの間、送信サーバがこのコンピュータからのメールを認証なしで受け付けます。受け付けないときは、もう一度だけログインします。</translation>
    </message>
    <message>
        <source>OAUTHBEARER and XOAUTH2 take an access token in the password&apos;s place: a long text that a provider such as Gmail or Microsoft gives a program for an hour or so. A token command can fetch it. EXTERNAL logs in by a client certificate, which is set under Advanced.</source>
        <translation>OAUTHBEARER と XOAUTH2 は、パスワードの代わりにアクセストークンを使います。Gmail や Microsoft などのプロバイダがプログラムに渡す長い文字列で、1 時間ほどで切れます。トークンコマンドで取ることができます。EXTERNAL は、「詳細」で設定したクライアント証明書でログインします。</translation>
    </message>
    <message>
        <source>ID: the whole mail address with most providers (Gmail), only the part before the @ with some (Yahoo! Mail Japan), or something of its own.</source>
        <translation>ID: 多くのプロバイダ (Gmail など) ではメールアドレス全体、一部 (Yahoo!メールなど) では @ より前だけ、または別のものです。</translation>
    </message>
    <message>
        <source>SSL3/TLS1 (SMTPs): encrypts from the first byte, usually on port 465. Today it means TLS 1.2 or newer. Without it, STARTTLS on port 587 encrypts after a few lines.</source>
        <translation>SSL3/TLS1を使用 (SMTPs): 最初の1バイトから暗号化します。ポートはふつう 465 です。今では TLS 1.2 以降を意味します。使わないときは、ポート 587 の STARTTLS が数行の後に暗号化します。</translation>
    </message>
    <message>
        <source>Port: 465 with SMTPs, 587 with a login, 25 without either; another one if your provider says so.</source>
        <translation>ポート: SMTPs なら 465、ログインするなら 587、どちらでもなければ 25、プロバイダの指定があればその番号です。</translation>
    </message>
    <message>
        <source>Password: kept in the system&apos;s keychain, or in memory until you quit; never in a file, never in what is shown or copied.</source>
        <translation>パスワード: システムのキーチェーンに保存するか、終了するまでメモリに置きます。ファイルには書かず、表示やコピーにも出しません。</translation>
    </message>
    <message>
        <source>Advanced: what few servers need. A CA file is for a server whose certificate an issuer of your own signed; a client certificate and a proxy, where the operator or your network wants them. Leave TLS 1.0 and 1.1 and the password without encryption off, except for an old device of your own.</source>
        <translation>詳細: 必要なサーバは多くありません。CA ファイルは、ご自分の認証局が署名した証明書のサーバに使います。クライアント証明書とプロキシは、サーバの管理者やネットワークが求めるときに使います。TLS 1.0 と 1.1、暗号化なしでのパスワード送信は、ご自分の古い機器でなければ許さないでください。</translation>
    </message>
    <message>
        <source>From address: each address sends through one server and through no other. A server that you save with an address makes the first one; add more for other names, replies or signatures.</source>
        <translation>発信アドレス: どのアドレスも、一つのサーバだけを通して送ります。アドレスを付けてサーバを保存すると最初の一つができます。名前や返信先、署名を変えたいときは追加してください。</translation>
    </message>
    <message>
        <source>New mail (Ctrl+M) goes into the outbox. What is there goes out by itself, once: now, at the time you chose, or as soon as the server takes it. What you type is kept until you send or clear it.</source>
        <translation>新規メール (Ctrl+M) は送信トレイに入ります。送信トレイのメールは、すぐに、または指定した時刻に、あるいはサーバが受け付けしだい、自動的に一度だけ送られます。入力した内容は、送信するか消去するまで残ります。</translation>
    </message>
    <message>
        <source>Stop send shows the outbox. A mail can be stopped until its last octets have gone out. What a server puts off is tried again for five days; what it refuses for good has failed, and says why.</source>
        <translation>送信停止のページには送信トレイが表示されます。最後のデータが送り出されるまでは、送信を中止できます。サーバが保留したメールは 5 日間再試行されます。完全に拒否されたメールは失敗となり、その理由が表示されます。</translation>
    </message>
    <message>
        <source>Where a connection breaks in the very last moment nobody knows whether the server has taken a mail. It is never sent again by itself: look for its Message-ID, then choose “It arrived” or “Send again”.</source>
        <translation>最後の瞬間に接続が切れると、サーバがメールを受け取ったかどうかは誰にも分かりません。そのようなメールが自動的に再送されることはありません。Message-ID で届いたかどうかを確かめてから、「届いていた」か「もう一度送る」を選んでください。</translation>
    </message>
    <message>
        <source>A server that refuses the login, or is switched off, keeps all its mails waiting; one line says so, with the button that helps. Nothing is lost meanwhile.</source>
        <translation>サーバがログインを拒否したときや無効になっているときは、そのサーバのメールはすべて待ちます。そのことは 1 行で示され、解決のためのボタンが付きます。その間、メールは失われません。</translation>
    </message>
    <message>
        <source>Mail goes out while the window is open. Settings has a background unit that sends it also without the window, and the desktop notices about mail that cannot be sent.</source>
        <translation>メールはウィンドウを開いている間に送られます。ウィンドウを開いていないときにも送るバックグラウンドのユニットと、送れないメールについてのデスクトップ通知は、設定にあります。</translation>
    </message>
    <message>
        <source>Autosend mails files by themselves: whatever is put into a rule&apos;s folder goes to the rule&apos;s recipients as an attachment. A file goes once nobody has written to it for some seconds and no program has it open. Empty files wait; hidden and temporary ones are passed over. Dry run shows what would happen.</source>
        <translation>自動送信: ルールのフォルダに入れたファイルは、添付ファイルとしてルールの宛先へ自動的に送られます。送られるのは、数秒間書き込みがなく、どのプログラムも書き込み用に開いていないファイルです。空のファイルは中身が入るまで待ち、隠しファイルと一時ファイルは送られません。「試行」で、どうなるかを確かめられます。</translation>
    </message>
    <message>
        <source>While its mail is on the way, a file lies in a hidden folder, .proserpina. When all recipients have been accepted it moves to sent, is deleted, or stays, as the rule says. If the mail failed, reached only some, or may or may not have arrived, the file moves to failed, with a text beside it that says why. Stopping a mail puts its file back. Nothing is ever overwritten.</source>
        <translation>送信中のファイルは隠しフォルダ .proserpina に置かれます。すべての宛先が受け付けられると、ルールに従って sent に移るか、削除されるか、そのまま残ります。失敗したもの、一部にしか送れなかったもの、届いたか不明なものは、理由を書いたテキストとともに failed に移ります。メールを停止すると、ファイルは元の場所に戻ります。上書きされるファイルはありません。</translation>
    </message>
    <message>
        <source>Files that are already in the folder when you make a rule are mailed only if you say so. If more files come within a minute than the rule allows, it asks first, so that a folder moved there by mistake is not mailed.</source>
        <translation>ルールを作ったときにすでにフォルダにあるファイルは、指定した場合にだけ送られます。1 分間にルールの上限を超えるファイルが来たときは、まず確認します。誤って移したフォルダの中身が送られるのを防ぐためです。</translation>
    </message>
    <message>
        <source>Folders are watched while Proserpina runs, also in the tray where the desktop has one, or by the background unit (Settings). If several programs run, each rule is watched by one of them.</source>
        <translation>フォルダは Proserpina の動作中に監視されます。デスクトップにトレイがあればトレイに残って続け、またはバックグラウンドのユニット (設定) が行います。複数のプログラムが動いているときは、ルールごとに 1 つのプログラムが監視します。</translation>
    </message>
    <message>
        <source>A file that is too large for the server moves to failed at once. Folders on another computer do not report changes, so they are looked through every few seconds.</source>
        <translation>サーバの上限より大きいファイルは、すぐに failed に移ります。ほかのコンピュータ上のフォルダは変更が通知されないため、数秒ごとに調べます。</translation>
    </message>
</context>
<context>
    <name>ui::IdentityDialog</name>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1 (無効)</translation>
    </message>
    <message>
        <source>leave empty to get replies at the address itself</source>
        <translation>空にすると、返信はこのアドレスに届きます</translation>
    </message>
    <message>
        <source>Choose the server that this address sends through.</source>
        <translation>このアドレスの送信に使うサーバを選んでください。</translation>
    </message>
    <message>
        <source>Drop the changes to this address?</source>
        <translation>このアドレスへの変更を破棄しますか?</translation>
    </message>
    <message>
        <source>&amp;Drop them</source>
        <translation>破棄(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ui::IdentityModel</name>
    <message>
        <source>%1 refused this sender: %2</source>
        <translation>%1 がこの差出人を拒否しました: %2</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1 (無効)</translation>
    </message>
    <message>
        <source>default</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバ</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定</translation>
    </message>
</context>
<context>
    <name>ui::IdentityPage</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>複製(&amp;P)</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>既定にする(&amp;D)</translation>
    </message>
    <message>
        <source>Send &amp;test mail ...</source>
        <translation>テストメール(&amp;T) ...</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下へ(&amp;W)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>There is no server yet. A server that you save with an address brings its first From address.</source>
        <translation>サーバがまだありません。アドレスを付けてサーバを保存すると、最初の発信アドレスができます。</translation>
    </message>
    <message>
        <source>There is no From address yet.</source>
        <translation>発信アドレスがまだありません。</translation>
    </message>
    <message>
        <source>Choose another server ...</source>
        <translation>ほかのサーバを選ぶ ...</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Edit this address ...</source>
        <translation>このアドレスを編集 ...</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n mails from it still wait, and will be sent.</source>
        <translation>
            <numerusform>このアドレスからのメール %n 通がまだ待っていて、これから送られます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>ui::LyingFilesDialog</name>
    <message>
        <source>&amp;Leave them all</source>
        <translation>すべて残す(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Mail %n files</source>
        <translation>
            <numerusform>%n 個を送信(&amp;M)</numerusform>
        </translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Looking through %1 ...</source>
        <translation>%1 を調べています...</translation>
    </message>
    <message>
        <source>There is no file in %1.</source>
        <translation>%1 にファイルはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n files would be mailed from %1. Nothing is sent by this.</source>
        <translation>
            <numerusform>%1 から %n 個のファイルが送られます。この試行では何も送りません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LyingFilesModel</name>
    <message>
        <source>goes to %1</source>
        <translation>%1 へ送られます</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>扱い</translation>
    </message>
</context>
<context>
    <name>ui::MailDialog</name>
    <message>
        <source>separate addresses with commas</source>
        <translation>複数の宛先はコンマで区切ります</translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation>入力を消しました。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Add attachments</source>
        <translation>添付ファイルを追加</translation>
    </message>
    <message>
        <source>Not a file that can be read: %1</source>
        <translation>読めるファイルではありません: %1</translation>
    </message>
    <message>
        <source>about %1; too large, the server takes up to %2</source>
        <translation>約 %1。大きすぎます。サーバが受け付けるのは %2 までです</translation>
    </message>
    <message>
        <source>about %1; the server takes up to %2</source>
        <translation>約 %1 (サーバの上限は %2)</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>Give at least one recipient.</source>
        <translation>宛先を一つ以上入力してください。</translation>
    </message>
</context>
<context>
    <name>ui::MailboxDialog</name>
    <message>
        <source>Nothing has arrived yet. Send a test mail through the practice server: it keeps what it takes here and delivers nowhere.</source>
        <translation>まだ何も届いていません。練習用サーバでテストメールを送ってみてください。受け取ったものはここに置かれ、どこにも配送されません。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信日時</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Proserpina - SMTP server settings</source>
        <translation>プロセルピナ - SMTPサーバ設定</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>サーバ設定追加</translation>
    </message>
    <message>
        <source>Server list</source>
        <translation>サーバ一覧</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New server</source>
        <translation>新しいサーバ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>サーバ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Logging in and encryption</source>
        <translation>ログインと暗号化(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Proserpina</source>
        <translation>プロセルピナについて(&amp;A)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>sender: idle</source>
        <translation>送信係: 待機中</translation>
    </message>
    <message>
        <source>sender: working</source>
        <translation>送信係: 動作中</translation>
    </message>
    <message>
        <source>passwords: system keychain</source>
        <translation>パスワード: システムのキーチェーン</translation>
    </message>
    <message>
        <source>passwords: in memory until you quit</source>
        <translation>パスワード: 終了するまでメモリ</translation>
    </message>
    <message>
        <source>The practice server cannot start: %1</source>
        <translation>練習用サーバを始められません: %1</translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation>練習用サーバ</translation>
    </message>
    <message>
        <source>Logging in and encryption</source>
        <translation>ログインと暗号化</translation>
    </message>
    <message>
        <source>Proserpina %1</source>
        <translation>プロセルピナ %1</translation>
    </message>
    <message>
        <source>Sets up the sending of mail, shows what the server really answered, and sends a test mail. After プロセルピナ, a mail program of the 2000s.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>メールの送信を設定し、サーバが実際に返した答えを見せ、テストメールを送ります。2000年代のメールプログラム「プロセルピナ」にちなみます。

GNU 一般公衆利用許諾書 (GPL) 第3版以降に従うフリーソフトウェアです。</translation>
    </message>
    <message>
        <source>About Proserpina</source>
        <translation>プロセルピナについて</translation>
    </message>
    <message>
        <source>Se&amp;ttings ...</source>
        <translation>設定(&amp;T) ...</translation>
    </message>
    <message>
        <source>passwords: system keychain, locked</source>
        <translation>パスワード: システムのキーチェーン (ロック中)</translation>
    </message>
    <message>
        <source>From address</source>
        <translation>発信アドレス</translation>
    </message>
    <message>
        <source>Stop send</source>
        <translation>送信停止</translation>
    </message>
    <message>
        <source>New &amp;mail ...</source>
        <translation>新規メール(&amp;M) ...</translation>
    </message>
    <message>
        <source>Proserpina closes when the mail has been sent.</source>
        <translation>送り終わると Proserpina は閉じます。</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>開いたままにする</translation>
    </message>
    <message>
        <source>&amp;Sending mail</source>
        <translation>メールの送信(&amp;S)</translation>
    </message>
    <message>
        <source>Sending mail</source>
        <translation>メールの送信</translation>
    </message>
    <message>
        <source>Not all mail could be sent, so Proserpina stays open.</source>
        <translation>送れないメールがあったため、Proserpina は開いたままです。</translation>
    </message>
    <message>
        <source>Autosend</source>
        <translation>自動送信</translation>
    </message>
    <message>
        <source>A&amp;utosend</source>
        <translation>自動送信(&amp;U)</translation>
    </message>
    <message>
        <source>Proserpina watches %1</source>
        <translation>Proserpina は %1 を監視中です</translation>
    </message>
    <message>
        <source>Proserpina is still running</source>
        <translation>Proserpina は動作中です</translation>
    </message>
    <message>
        <source>It keeps watching your folders. To end it, choose Quit in this icon&apos;s menu.</source>
        <translation>フォルダの監視を続けています。終了するには、このアイコンのメニューで「終了」を選びます。</translation>
    </message>
    <message>
        <source>&amp;Explain a reply ...</source>
        <translation>応答の説明(&amp;E) ...</translation>
    </message>
</context>
<context>
    <name>ui::MessageText</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>差出人: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>宛先: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>件名: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>日付: %1</translation>
    </message>
    <message>
        <source>Attachments: %1</source>
        <translation>添付: %1</translation>
    </message>
    <message>
        <source>There is no plain text in this mail.</source>
        <translation>このメールにはテキストの本文がありません。</translation>
    </message>
</context>
<context>
    <name>ui::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>ui::OutboxModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>sending, %1 %</source>
        <translation>送信中 %1 %</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>送信予約</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>次の試行</translation>
    </message>
    <message>
        <source>Last reply</source>
        <translation>最後の応答</translation>
    </message>
</context>
<context>
    <name>ui::OutboxPage</name>
    <message>
        <source>St&amp;op</source>
        <translation>中止(&amp;O)</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>開く(&amp;N)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>対応が必要</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>再開(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>すべて一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pause this server</source>
        <translation>このサーバを一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>The outbox is empty. Mail that you write here, or that programs hand over by proserpina-cli send, waits here until it has been sent.</source>
        <translation>送信トレイは空です。ここで書いたメールや、ほかのプログラムが proserpina-cli send で渡したメールは、送られるまでここで待ちます。</translation>
    </message>
    <message numerus="yes">
        <source>%n mails are selected.</source>
        <translation>
            <numerusform>%n 通のメールを選択しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n mails.</source>
        <translation>
            <numerusform>%n 通のメールを削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>These mails have been deleted for good.</source>
        <translation>これらのメールは完全に削除されています。</translation>
    </message>
    <message>
        <source>Send no&amp;w</source>
        <translation>今すぐ送る(&amp;W)</translation>
    </message>
    <message>
        <source>Edit rec&amp;ipients ...</source>
        <translation>宛先を変更(&amp;I) ...</translation>
    </message>
    <message numerus="yes">
        <source>%n mails are just being taken by their servers, and stay.</source>
        <translation>
            <numerusform>%n 通はサーバが受け取っている最中なので、残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail matches.</source>
        <translation>該当するメールはありません。</translation>
    </message>
    <message>
        <source>Select a mail to see its details here.</source>
        <translation>メールを選択すると、ここに詳細が表示されます。</translation>
    </message>
</context>
<context>
    <name>ui::OutboxStatus</name>
    <message>
        <source>Show the outbox</source>
        <translation>送信トレイを表示</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信トレイ</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 通待機中</translation>
    </message>
    <message>
        <source>%1 waiting for you</source>
        <translation>%1 通が対応待ち</translation>
    </message>
</context>
<context>
    <name>ui::PopDialog</name>
    <message>
        <source>the same as for SMTP</source>
        <translation>SMTP と同じ</translation>
    </message>
    <message>
        <source>POP3S (TLS from the first byte)</source>
        <translation>POP3S (最初の1バイトから TLS)</translation>
    </message>
    <message>
        <source>STLS required</source>
        <translation>STLS 必須</translation>
    </message>
    <message>
        <source>no encryption</source>
        <translation>暗号化なし</translation>
    </message>
    <message>
        <source>APOP where it is offered, else USER and PASS</source>
        <translation>対応していれば APOP、なければ USER と PASS</translation>
    </message>
    <message>
        <source>APOP only</source>
        <translation>APOP のみ</translation>
    </message>
    <message>
        <source>USER and PASS</source>
        <translation>USER と PASS</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>the same as for SMTP-AUTH</source>
        <translation>SMTP認証と同じ</translation>
    </message>
    <message>
        <source>kept; type to change it</source>
        <translation>保存済み (変えるときに入力)</translation>
    </message>
    <message>
        <source>Enter the password, or take the same as for SMTP-AUTH.</source>
        <translation>パスワードを入力するか、SMTP認証と同じものを使ってください。</translation>
    </message>
</context>
<context>
    <name>ui::ProblemNotice</name>
    <message>
        <source>The list saved on %1 (%2) is still there.</source>
        <translation>%1 に保存した一覧 (%2) が控えに残っています。</translation>
    </message>
    <message>
        <source>Restore the last &amp;good copy</source>
        <translation>最後の正常な控えに戻す(&amp;G)</translation>
    </message>
    <message>
        <source>There is no good copy to go back to. Repair the file, or move it away to begin with an empty list.</source>
        <translation>元に戻せる正常な控えはありません。ファイルを直すか、別の場所に移して空の一覧から始めてください。</translation>
    </message>
    <message>
        <source>Restored the list saved on %1 (%2).</source>
        <translation>%1 に保存した一覧 (%2) に戻しました。</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>壊れたファイルは %1 として残してあります。</translation>
    </message>
</context>
<context>
    <name>ui::ProviderPanel</name>
    <message>
        <source>Usual ports</source>
        <translation>標準のポート</translation>
    </message>
    <message>
        <source>What %1 takes, as published</source>
        <translation>%1 で使える設定 (公開情報)</translation>
    </message>
</context>
<context>
    <name>ui::RecipientsDialog</name>
    <message>
        <source>To and Cc, as the recipients see them, change with this.</source>
        <translation>受信者に見える宛先と Cc も変わります。</translation>
    </message>
    <message>
        <source>This mail came as a file: only whom it is sent to changes. To and Cc, as the recipients see them, stay as they are.</source>
        <translation>このメールはファイルとして渡されたものです。実際の送り先だけが変わり、受信者に見える宛先と Cc はそのままです。</translation>
    </message>
    <message>
        <source>It is not sent again to those who have it: %1</source>
        <translation>すでに受け取った人には送りません: %1</translation>
    </message>
    <message>
        <source>Give at least one recipient.</source>
        <translation>宛先を一つ以上入力してください。</translation>
    </message>
    <message>
        <source>It stays stopped until you send it.</source>
        <translation>送信するまで停止したままです。</translation>
    </message>
    <message>
        <source>Then it is sent as soon as it can go.</source>
        <translation>変更すると、送れるようになりしだい送られます。</translation>
    </message>
</context>
<context>
    <name>ui::ReplyDialog</name>
    <message>
        <source>Reply of %1</source>
        <translation>%1 の応答</translation>
    </message>
    <message>
        <source>Reading the reply of %1</source>
        <translation>%1 の応答を読んでいます</translation>
    </message>
    <message>
        <source>Taken %1 from %2, port %3.</source>
        <translation>%1 に %2 のポート %3 から受け取りました。</translation>
    </message>
    <message>
        <source>Not encrypted.</source>
        <translation>暗号化されていません。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>No reply has been read yet; it is being read now.</source>
        <translation>まだ応答を読んだことがありません。今読んでいます。</translation>
    </message>
    <message>
        <source>No reply has been read yet.</source>
        <translation>まだ応答を読んだことがありません。</translation>
    </message>
</context>
<context>
    <name>ui::ReplyModel</name>
    <message>
        <source>%1, only before TLS</source>
        <translation>%1、TLS の前だけ</translation>
    </message>
    <message>
        <source>%1, only after TLS</source>
        <translation>%1、TLS の後だけ</translation>
    </message>
    <message>
        <source>before TLS (nothing is said)</source>
        <translation>TLS の前 (やり取りなし)</translation>
    </message>
    <message>
        <source>before TLS</source>
        <translation>TLS の前</translation>
    </message>
    <message>
        <source>after TLS</source>
        <translation>TLS の後</translation>
    </message>
</context>
<context>
    <name>ui::RuleDialog</name>
    <message>
        <source>New autosend rule</source>
        <translation>自動送信ルールの作成</translation>
    </message>
    <message>
        <source>Edit autosend rule</source>
        <translation>自動送信ルールの編集</translation>
    </message>
    <message>
        <source>all files; or for instance *.pdf, *.csv</source>
        <translation>すべてのファイル。または *.pdf, *.csv など</translation>
    </message>
    <message>
        <source>besides *.part, *~, .* and the like, which are never mailed</source>
        <translation>*.part、*~、.* などは指定しなくても送られません</translation>
    </message>
    <message>
        <source>one for each file</source>
        <translation>1 ファイル 1 通</translation>
    </message>
    <message>
        <source>several files up to</source>
        <translation>複数のファイルをまとめる。最大</translation>
    </message>
    <message>
        <source>move it into sent, inside the folder</source>
        <translation>フォルダ内の sent に移す</translation>
    </message>
    <message>
        <source>delete it</source>
        <translation>削除する</translation>
    </message>
    <message>
        <source>leave it where it is</source>
        <translation>そのまま残す</translation>
    </message>
    <message>
        <source>separate addresses with commas</source>
        <translation>複数の宛先はコンマで区切ります</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>監視するフォルダ</translation>
    </message>
    <message numerus="yes">
        <source>%n files lie in this folder already. Which of them are to be mailed now?</source>
        <translation>
            <numerusform>このフォルダにはすでに %n 個のファイルがあります。どれを今送りますか。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop the changes to this rule?</source>
        <translation>このルールへの変更を破棄しますか。</translation>
    </message>
    <message>
        <source>&amp;Drop them</source>
        <translation>破棄(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ui::RuleModel</name>
    <message>
        <source>Paused: files wait in the folder.</source>
        <translation>一時停止中です。ファイルはフォルダで待っています。</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>on</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最終</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message numerus="yes">
        <source>%n files (%1) wait: more came within a minute than the rule allows. Are they to be mailed?</source>
        <translation>
            <numerusform>%n 個のファイル (%1) が待っています。1 分間にルールの上限を超えて来たためです。送信しますか。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ServerChoice</name>
    <message>
        <source>There is no other server that is switched on. Add one first.</source>
        <translation>ほかに有効なサーバがありません。まず追加してください。</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>別のサーバ</translation>
    </message>
    <message>
        <source>Its waiting mails and its From addresses go through:</source>
        <translation>待っているメールと発信アドレスに使うサーバ:</translation>
    </message>
    <message>
        <source>The waiting mails and From addresses of %1 go through:</source>
        <translation>%1 の待っているメールと発信アドレスに使うサーバ:</translation>
    </message>
</context>
<context>
    <name>ui::ServerFields</name>
    <message>
        <source>Which server? Enter its host name.</source>
        <translation>どのサーバですか。ホスト名を入力してください。</translation>
    </message>
    <message>
        <source>No authentication</source>
        <translation>認証なし</translation>
    </message>
    <message>
        <source>Port 465 is usual for SMTPs.</source>
        <translation>ポート 465 はふつう SMTPs に使います。</translation>
    </message>
    <message>
        <source>Port %1 hardly ever takes SMTPs; 465 is usual.</source>
        <translation>ポート %1 で SMTPs が使えることはまずありません。ふつうは 465 です。</translation>
    </message>
    <message>
        <source>This method would send the password readable; Proserpina refuses that unless it is allowed below.</source>
        <translation>この方式ではパスワードが読める形で送られます。下で許さない限り、送りません。</translation>
    </message>
    <message>
        <source>EXTERNAL logs in by a client certificate: set it under Advanced.</source>
        <translation>EXTERNAL はクライアント証明書でログインします。「詳細」で設定してください。</translation>
    </message>
    <message>
        <source>No login method can carry a NUL character.</source>
        <translation>NUL 文字はどの方式でも送れません。</translation>
    </message>
    <message>
        <source>empty: whom the certificate stands for</source>
        <translation>空なら、証明書の持ち主</translation>
    </message>
    <message>
        <source>Access to&amp;ken</source>
        <translation>アクセストークン(&amp;K)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>パスワード(&amp;W)</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>アクセストークン</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Show the access token</source>
        <translation>アクセストークンを表示する</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示する</translation>
    </message>
    <message>
        <source>the POP3 login has its own</source>
        <translation>POP3 ログインに別のパスワードがあります</translation>
    </message>
    <message>
        <source>fetched by a command</source>
        <translation>コマンドで取得します</translation>
    </message>
    <message>
        <source>kept; type to change it</source>
        <translation>保存済み (変えるときに入力)</translation>
    </message>
</context>
<context>
    <name>ui::ServerListModel</name>
    <message>
        <source>Practice server</source>
        <translation>練習用サーバ</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>このコンピュータ</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>SMTP認証の方式</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>前回の結果</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>前回の使用</translation>
    </message>
</context>
<context>
    <name>ui::ServerListPage</name>
    <message>
        <source>There is no server yet. Add one to send mail through, or try the practice server above.</source>
        <translation>サーバはまだありません。メールを送るサーバを追加するか、上の練習用サーバを試してください。</translation>
    </message>
    <message>
        <source>See &amp;reply</source>
        <translation>応答を見る(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>Send &amp;test mail ...</source>
        <translation>テストメール(&amp;T) ...</translation>
    </message>
    <message>
        <source>&amp;Mailbox of the practice server</source>
        <translation>練習用サーバの受信箱(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>Show &amp;disabled servers</source>
        <translation>無効のサーバも表示(&amp;D)</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 を確認しています</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n servers.</source>
        <translation>
            <numerusform>サーバを %n 個削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>複製(&amp;P)</translation>
    </message>
    <message>
        <source>The saved servers cannot be shown.</source>
        <translation>保存したサーバを表示できません。</translation>
    </message>
    <message>
        <source>Select a server to see its last result here.</source>
        <translation>サーバを選ぶと、前回の結果がここに表示されます。</translation>
    </message>
    <message>
        <source>%1 has not been used yet. Check connects and logs in, and sends nothing.</source>
        <translation>%1 はまだ使われていません。「確認」を押すと、接続とログインを試します。メールは送りません。</translation>
    </message>
    <message>
        <source>%1 is switched off: nothing is sent through it.</source>
        <translation>%1 は無効になっているため、送信には使われません。</translation>
    </message>
    <message>
        <source>Switch it on and send</source>
        <translation>有効にして送る</translation>
    </message>
    <message numerus="yes">
        <source>%n mails of the outbox wait for it.</source>
        <translation>
            <numerusform>送信トレイの %n 通がこのサーバを待っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Send them through another server ...</source>
        <translation>別のサーバで送る ...</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>ui::SettableModel</name>
    <message>
        <source>%1 with %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: port %2</source>
        <translation>%1: ポート %2</translation>
    </message>
    <message>
        <source>%1: cannot be set</source>
        <translation>%1: 設定できません</translation>
    </message>
    <message>
        <source>%1; the present settings</source>
        <translation>%1 (今の設定)</translation>
    </message>
    <message>
        <source>%1 is not known to take %2 with %3.</source>
        <translation>%1 で %2 と %3 の組み合わせが使えるという情報はありません。</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>No keychain answers on this computer (GNOME Keyring, KWallet or KeePassXC would be one): passwords are kept in memory until you quit, or come from a command.</source>
        <translation>このコンピュータではキーチェーン (GNOME Keyring、KWallet、KeePassXC など) が応答しません。パスワードは終了するまでメモリに置かれるか、コマンドから受け取ります。</translation>
    </message>
    <message>
        <source>Else they are kept in memory until you quit. Never in a file.</source>
        <translation>しない場合は終了するまでメモリに置かれます。ファイルには決して書きません。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>without subjects and addresses</source>
        <translation>件名とアドレスを含めない</translation>
    </message>
    <message>
        <source>with subjects and addresses</source>
        <translation>件名とアドレスを含める</translation>
    </message>
</context>
<context>
    <name>ui::TestMailDialog</name>
    <message>
        <source>Through %1: %2, port %3, %4</source>
        <translation>%1 を使います: %2、ポート %3、%4</translation>
    </message>
    <message>
        <source>Test mail from Proserpina</source>
        <translation>プロセルピナからのテストメール</translation>
    </message>
    <message>
        <source>This mail was sent by Proserpina to try a mail server.</source>
        <translation>このメールは、メールサーバを試すためにプロセルピナが送りました。</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Server&apos;s answer</source>
        <translation>サーバの答え</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信しています</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>もう一度送信(&amp;S)</translation>
    </message>
    <message>
        <source>Add attachments</source>
        <translation>添付ファイルを追加</translation>
    </message>
    <message>
        <source>Not a file that can be read: %1</source>
        <translation>読めるファイルではありません: %1</translation>
    </message>
    <message>
        <source>when it cannot be delivered</source>
        <translation>届けられないとき</translation>
    </message>
    <message>
        <source>in any case</source>
        <translation>届いたときも</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>leave empty to send to yourself; separate addresses with commas</source>
        <translation>空欄なら自分宛て。複数のアドレスはコンマで区切ります</translation>
    </message>
    <message>
        <source>server default</source>
        <translation>サーバの既定</translation>
    </message>
    <message>
        <source>The conversation with the server appears here.</source>
        <translation>サーバとのやり取りがここに表示されます。</translation>
    </message>
    <message>
        <source>It is sent from there, and tried again if need be.</source>
        <translation>そこから送られ、必要なら再試行されます。</translation>
    </message>
    <message>
        <source>Only for a From address that is tied to this server.</source>
        <translation>このサーバに結び付けた発信アドレスのときだけ使えます。</translation>
    </message>
</context>
<context>
    <name>ui::TranscriptView</name>
    <message>
        <source>Click to have this explained</source>
        <translation>クリックすると説明します</translation>
    </message>
    <message>
        <source>&amp;Explain this reply ...</source>
        <translation>この応答の説明(&amp;E) ...</translation>
    </message>
</context>
<context>
    <name>ui::Tray</name>
    <message>
        <source>&amp;Open Proserpina</source>
        <translation>Proserpina を開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>ui::TroublePanel</name>
    <message>
        <source>Look at its settings</source>
        <translation>設定を見る</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <source>Show conversation ...</source>
        <translation>やり取りを見る ...</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Everything is paused: nothing is sent until you go on.</source>
        <translation>すべて一時停止中です。再開するまで何も送られません。</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 は一時停止中です。</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Send through another server ...</source>
        <translation>別のサーバで送る ...</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 %n mails wait for you.</source>
        <translation>
            <numerusform>%1: %2 %n 通が対応を待っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 %n mails wait; next try at %3.</source>
        <translation>
            <numerusform>%1: %2 %n 通が待機中、次の試行は %3 です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 %n mails wait.</source>
        <translation>
            <numerusform>%1: %2 %n 通が待機中です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is switched off: %n mails wait for you.</source>
        <translation>
            <numerusform>%1 は無効です。%n 通が対応を待っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails wait for a server that was deleted.</source>
        <translation>
            <numerusform>削除されたサーバを %n 通が待っています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WaitingMailDialog</name>
    <message numerus="yes">
        <source>%n mails in the outbox have not been sent yet.</source>
        <translation>
            <numerusform>送信トレイの %n 通がまだ送られていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails wait for you; see Stop send.</source>
        <translation>
            <numerusform>%n 通が対応を待っています (送信停止のページ)。</numerusform>
        </translation>
    </message>
    <message>
        <source>Files put into %1 are mailed only while Proserpina runs.</source>
        <translation>%1 に入れたファイルは、Proserpina の動作中にだけ送られます。</translation>
    </message>
    <message>
        <source>Folders are watched</source>
        <translation>フォルダを監視中です</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>New files wait in their folders until Proserpina is opened again.</source>
        <translation>新しいファイルは、次に Proserpina を開くまでフォルダで待ちます。</translation>
    </message>
</context>
<context>
    <name>ui::Words</name>
    <message>
        <source>Partly accepted</source>
        <translation>一部受付</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>断られました</translation>
    </message>
    <message>
        <source>Try again later</source>
        <translation>後でもう一度</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Unknown whether it arrived</source>
        <translation>届いたか不明</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Reply read</source>
        <translation>応答を読みました</translation>
    </message>
    <message>
        <source>Login works</source>
        <translation>ログインできます</translation>
    </message>
    <message>
        <source>Answers, no login tried</source>
        <translation>応答あり (ログインは試していません)</translation>
    </message>
    <message>
        <source>Mail accepted</source>
        <translation>メールを受け付けました</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Issued to: %1</source>
        <translation>発行先: %1</translation>
    </message>
    <message>
        <source>For the hosts: %1</source>
        <translation>対象のホスト名: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>発行元: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>有効期間: %1 から %2 まで</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint: %1</source>
        <translation>SHA-256 フィンガープリント: %1</translation>
    </message>
    <message>
        <source>SMTPs (TLS from the first byte)</source>
        <translation>SMTPs (最初から TLS)</translation>
    </message>
    <message>
        <source>STARTTLS required</source>
        <translation>STARTTLS 必須</translation>
    </message>
    <message>
        <source>STARTTLS if offered</source>
        <translation>STARTTLS (使えれば)</translation>
    </message>
    <message>
        <source>no encryption</source>
        <translation>暗号化なし</translation>
    </message>
    <message>
        <source>It is trusted because it is the pinned one, whatever is wrong with it.</source>
        <translation>固定した証明書なので、何か問題があっても信頼します。</translation>
    </message>
    <message>
        <source>The server&apos;s own certificate</source>
        <translation>サーバ自身の証明書</translation>
    </message>
    <message>
        <source>Sent along with it, %1 of %2</source>
        <translation>一緒に送られた証明書 (%1/%2)</translation>
    </message>
    <message>
        <source>The server sent no other certificate along with it.</source>
        <translation>サーバは、ほかの証明書を一緒に送っていません。</translation>
    </message>
    <message>
        <source>Spaces or invisible characters were left out.</source>
        <translation>空白や目に見えない文字を取り除きました。</translation>
    </message>
    <message>
        <source>An access token from the provider, not the password. Most hold for an hour; a command can fetch a new one each time.</source>
        <translation>パスワードではなく、プロバイダのアクセストークンです。多くは 1 時間で切れます。コマンドなら、毎回新しいものを取れます。</translation>
    </message>
    <message>
        <source>Clear this field</source>
        <translation>この欄を消す</translation>
    </message>
</context>
</TS>
