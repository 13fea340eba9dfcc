// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profilefields.h"

#include "everyfield.h"
#include "testmain.h"

#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using core::FieldKind;
using core::FieldValue;
using core::ProfileField;
using core::ServerProfile;

namespace
{

/// Stands for a value of any member.
struct Anything
{
    template <typename T> operator T() const;
};

/// How many members a struct without constructors has.
template <typename T, typename... Given> constexpr int membersOf()
{
    if constexpr (requires { T{Given()..., Anything()}; }) {
        return membersOf<T, Given..., Anything>();
    } else {
        return int{sizeof...(Given)};
    }
}

QString nameOf(const ProfileField &field)
{
    return field.group + u'/' + field.key;
}

} // namespace

/// The table of a server's settings is whole, and what it says of each of them is so.
class ProfileFieldsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberHasItsRow();
    void clearingEveryFieldClearsAll();
    void namesAreTheirOwn();
    void hasWordsForPeople_data() { eachField(); }
    void hasWordsForPeople();
    void takesItsOwnValuesOnly_data() { eachField(); }
    void takesItsOwnValuesOnly();
    void comesBackFromJson_data() { eachField(); }
    void comesBackFromJson();

private:
    static void eachField();
};

void ProfileFieldsTest::eachField()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const ProfileField &field : core::profileFields()) {
        QTest::addRow("%s", qPrintable(nameOf(field))) << row++;
    }
}

/// A member that comes to one of these structs has to come to the table.
void ProfileFieldsTest::everyMemberHasItsRow()
{
    constexpr int structs = 4; // in ServerProfile: their own members have the rows
    constexpr int members = membersOf<ServerProfile>() - structs + membersOf<core::Proxy>() +
                            membersOf<core::Deadlines>() + membersOf<core::Pace>() +
                            membersOf<core::PopProfile>();
    QCOMPARE(int(core::profileFields().size()), members);
    ServerProfile profile;
    QSet<const void *> places;
    for (const ProfileField &field : core::profileFields()) {
        places.insert(
            std::visit([](const auto *at) -> const void * { return at; }, field.place(profile)));
    }
    QCOMPARE(int(places.size()), members);
}

void ProfileFieldsTest::clearingEveryFieldClearsAll()
{
    ServerProfile profile = everyField();
    for (const ProfileField &field : core::profileFields()) {
        QVERIFY2(!field.isUsual(profile), qPrintable(nameOf(field)));
        field.reset(profile);
        QVERIFY2(field.isUsual(profile), qPrintable(nameOf(field)));
    }
    QVERIFY(profile == ServerProfile());
}

void ProfileFieldsTest::namesAreTheirOwn()
{
    QSet<QString> keys;
    QHash<QString, QLatin1StringView> groupOf;
    for (const ProfileField &field : core::profileFields()) {
        keys.insert(nameOf(field));
        keys.insert(u'/' + field.group);
        if (!field.option.isEmpty()) {
            // Rows may share an option where they stand in one group that is set as a whole.
            const bool shared = groupOf.contains(field.option);
            QVERIFY2(!shared || (groupOf[field.option] == field.group && !field.group.isEmpty()),
                     qPrintable(nameOf(field)));
            groupOf[field.option] = field.group;
        }
    }
    constexpr qsizetype groups = 5; // the empty one too
    QCOMPARE(keys.size(), qsizetype(core::profileFields().size()) + groups);
}

/// The first row of an option has its help and a title; a flag says how it is shown.
void ProfileFieldsTest::hasWordsForPeople()
{
    QFETCH(int, row);
    const ProfileField &field = core::profileFields()[size_t(row)];
    const bool first = row == 0 || field.option.isEmpty() ||
                       core::profileFields()[size_t(row - 1)].option != field.option;
    QCOMPARE(field.help != nullptr, first && !field.option.isEmpty());
    QCOMPARE(field.title != nullptr, first && field.key != "name"_L1); // the heading
    QCOMPARE(field.on != nullptr, field.kind() == FieldKind::Flag);
    QCOMPARE(field.optionValue != nullptr, field.help != nullptr && field.on == nullptr);
}

void ProfileFieldsTest::takesItsOwnValuesOnly()
{
    QFETCH(int, row);
    const ProfileField &field = core::profileFields()[size_t(row)];
    const FieldValue own = unlikelyValue(field);
    for (const FieldValue &value :
         {FieldValue(u"no such word"_s), FieldValue(true), FieldValue(quint16{1}),
          FieldValue(QByteArray("x")), FieldValue(std::chrono::milliseconds(1))}) {
        ServerProfile profile;
        const bool takes = value.index() == own.index() && field.kind() != FieldKind::Word;
        QCOMPARE(field.set(profile, value), takes);
        QCOMPARE(profile == ServerProfile(), !takes);
    }
    ServerProfile profile;
    QVERIFY(field.set(profile, own));
    QVERIFY(field.value(profile) == own);
    QCOMPARE(field.words().isEmpty(), field.kind() != FieldKind::Word);
}

void ProfileFieldsTest::comesBackFromJson()
{
    QFETCH(int, row);
    const ProfileField &field = core::profileFields()[size_t(row)];
    const ServerProfile all = everyField();
    ServerProfile profile;
    QVERIFY(field.setJson(profile, field.json(all)));
    QVERIFY(field.value(profile) == field.value(all));
    QVERIFY(!field.text(profile).isEmpty());
    const ServerProfile before = profile;
    for (const QJsonValue &wrong : {QJsonValue(), QJsonValue(QJsonObject()), QJsonValue(-1)}) {
        QVERIFY(!field.setJson(profile, wrong));
        QVERIFY(profile == before);
    }
}

PROSERPINA_TEST(ProfileFieldsTest)

#include "tst_profilefields.moc"
