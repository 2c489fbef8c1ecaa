#include "core/deck/implicationpages.h"
#include "core/store/database.h"
#include "core/store/workshopfile.h"
#include "tests/support/core/deckcase.h"
#include "tests/support/core/slidetext.h"
#include "tests/support/core/workshopedits.h"

#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::test;

static Change changeOf(const QString& entity, const QString& id, const QJsonObject& after) {
    Change change;
    change.entity = entity;
    change.id = id;
    change.after = after;
    change.text = QStringLiteral("Edit");
    return change;
}

static Action action(const QString& id, const QString& department, const QDate& due) {
    return {id, QStringLiteral("a"), QStringLiteral("Do ") + id, department, {}, due};
}

/// What follows from an ICP: kept by the journal, put in order, told by the deck and as a table.
class TestImplications : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overdueBeginsTheDayAfter();
    void departmentsKeepTheirOrder();
    void openResearchComesFirst();
    void undoneAndRedoneFromTheFile();
    void olderFilesGetTheViews();
    void anotherProfileSeesNothing();
    void theDeckTellsThem();
    void reactionsAreCountedAndKept();
    void hiddenNamesStayHidden();
    void oneRowPerEntry();

private:
    static Workshop filled();
};

Workshop TestImplications::filled() {
    Workshop workshop;
    workshop.icps.push_back(namedIcp("a", "Finance teams"));
    Criterion criterion;
    criterion.id = QStringLiteral("team");
    criterion.text = QStringLiteral("Finance team of 4 to 25");
    workshop.icps.front().criteria.push_back(criterion);
    workshop.actions = {action("x", "Sales", QDate(2026, 3, 1)), action("y", "Product", QDate(2025, 5, 1))};
    workshop.actions.back().criterion = QStringLiteral("team");
    workshop.practices = {
        {"p", "a", "Trade fairs", "Marketing", PracticeVerdict::Stop, "Nobody of ours is there"}};
    workshop.answers = {{"q", "a", Prompt::Roadmap, "Consolidation first"}};
    workshop.research = {{"r", "a", {}, "Ostara Holding", "Nadia", "Bought twice", ""}};
    return workshop;
}

void TestImplications::overdueBeginsTheDayAfter() {
    Action one = action("x", {}, QDate(2026, 3, 1));
    QVERIFY(!one.isOverdue(QDate(2026, 3, 1)));
    QVERIFY(one.isOverdue(QDate(2026, 3, 2)));
    one.done = true;
    QVERIFY(!one.isOverdue(QDate(2026, 3, 2)));
    QVERIFY(!action("y", {}, {}).isOverdue(QDate(2026, 3, 2)));
}

void TestImplications::departmentsKeepTheirOrder() {
    Workshop workshop;
    workshop.settings.departments = QStringList{"Sales", "Product"};
    workshop.actions = {action("none", "", QDate(2020, 1, 1)),
                        action("legal", "Legal", {}),
                        action("product late", "Product", {}),
                        action("art", "Art", {}),
                        action("product", "Product", QDate(2030, 1, 1)),
                        action("sales", "Sales", {}),
                        action("product first", "Product", QDate(2029, 1, 1))};
    QStringList order;
    for (const Action& one : implicationsOf(workshop, u"a").actions) order << one.id;
    const QStringList expected{"sales", "product first", "product", "product late", "art", "legal", "none"};
    QCOMPARE(order, expected);
    QCOMPARE(departmentsOf(Workshop()).size(), 6);
}

void TestImplications::openResearchComesFirst() {
    Workshop workshop = filled();
    workshop.research = {{"1", "a", {}, "One", "", "", "It left"},
                         {"2", "a", {}, "Two", "", "", ""},
                         {"3", "a", {}, "Three", "", "", ""}};
    QStringList order;
    for (const ResearchItem& item : implicationsOf(workshop, u"a").research) order << item.id;
    QCOMPARE(order, (QStringList{"2", "3", "1"}));
}

void TestImplications::undoneAndRedoneFromTheFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.icpw"));
    const Workshop wanted = filled();
    auto file = expectValue(WorkshopFile::create(path, {}));
    QCOMPARE(failure(file->apply(putting(wanted.icps.front()))), QString());
    const QByteArray before = written(file->workshop());
    QCOMPARE(failure(file->apply({changeOf("action", "x", toJson(wanted.actions[0])),
                                  changeOf("action", "y", toJson(wanted.actions[1])),
                                  changeOf("practice", "p", toJson(wanted.practices[0])),
                                  changeOf("answer", "q", toJson(wanted.answers[0])),
                                  changeOf("research", "r", toJson(wanted.research[0]))})),
             QString());
    const QByteArray after = written(file->workshop());
    QCOMPARE(after, written(wanted));
    QCOMPARE(failure(file->undo()), QString());
    QCOMPARE(written(file->workshop()), before);
    QCOMPARE(failure(file->redo()), QString());
    file = expectValue(WorkshopFile::open(path));
    QCOMPARE(written(file->workshop()), after);
    file.reset();
    Database database(path, Database::Mode::Open);
    QCOMPARE(rowsOf(database, "action", "due = '2025-05-01' AND criterion = 'team'"), std::int64_t(1));
    QCOMPARE(rowsOf(database, "practice", "verdict = 'stop'"), std::int64_t(1));
    QCOMPARE(rowsOf(database, "answer", "prompt = 'roadmap'"), std::int64_t(1));
    QCOMPARE(rowsOf(database, "research", "company = 'Ostara Holding' AND answer = ''"), std::int64_t(1));
}

void TestImplications::olderFilesGetTheViews() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.icpw"));
    expectValue(WorkshopFile::create(path, {})).reset();
    Database(path, Database::Mode::Open)
        .run(
            "DROP VIEW action; DROP VIEW practice; DROP VIEW answer; DROP VIEW research; DROP VIEW dot; DROP "
            "VIEW acknowledgement; DROP VIEW agreement; "
            "PRAGMA user_version = 4");
    auto file = expectValue(WorkshopFile::open(path));
    const Workshop wanted = filled();
    QCOMPARE(failure(file->apply(changeOf("action", "x", toJson(wanted.actions[0])))), QString());
    file.reset();
    Database database(path, Database::Mode::Open);
    QCOMPARE(rowsOf(database, "action", "due = '2026-03-01'"), std::int64_t(1));
}

void TestImplications::anotherProfileSeesNothing() {
    QVERIFY(implicationsOf(filled(), u"b").isEmpty());
    QVERIFY(!implicationsOf(filled(), u"a").isEmpty());
    QCOMPARE(implicationsOf(filled(), u"a").answered(), 1);
}

static QString appendixText(const DeckCase& made, const QDate& today) {
    DeckInput input = made.input();
    input.today = today;
    QString text;
    for (const Slide& one : buildDeck(input, plainMeasure).appendix)
        if (one.title.startsWith(QStringLiteral("What follows"))) text += slideText(one);
    return text;
}

void TestImplications::theDeckTellsThem() {
    DeckCase made = quillbridge();
    QVERIFY(appendixText(made, {}).isEmpty());
    const Workshop more = filled();
    made.workshop.actions = more.actions;
    made.workshop.practices = more.practices;
    made.workshop.answers = more.answers;
    made.workshop.research = more.research;
    for (Action& one : made.workshop.actions) one.icp = made.icp().id;
    for (Practice& one : made.workshop.practices) one.icp = made.icp().id;
    for (PromptAnswer& one : made.workshop.answers) one.icp = made.icp().id;
    for (ResearchItem& one : made.workshop.research) one.icp = made.icp().id;
    const QString text = appendixText(made, QDate(2025, 12, 1));
    for (const char* words :
         {"What follows: 2 actions, 2 open", "Do x", "1 May 2025, overdue", "1 March 2026", "Trade fairs",
          "Stop", "Consolidation first", "Not answered yet", "Ostara Holding", "Nadia", "Bought twice"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    made.icp().reactions = {{"1", Feeling::VeryBad, {}, "Too small for us", FollowUp::Open, {}},
                            {"2", Feeling::Bad, "Nadia", "We lose Ostara", FollowUp::Settled, "It fits"},
                            {"3", Feeling::Good, "Tom", "At last", FollowUp::Open, {}}};
    const QString reactions = appendixText(made, {});
    for (const char* words : {"How people inside react: 2 against, 1 of them not settled", "Very bad",
                              "Too small for us", "anonymous", "Nadia", "Settled", "It fits", "At last"})
        QVERIFY2(reactions.contains(QLatin1String(words)), qPrintable(reactions));
    QVERIFY(!text.contains(QStringLiteral("2026, overdue")));
    QVERIFY(!appendixText(made, {}).contains(QStringLiteral("overdue")));
}

void TestImplications::hiddenNamesStayHidden() {
    DeckCase made = quillbridge();
    made.workshop.research = filled().research;
    made.workshop.research.front().icp = made.icp().id;
    made.workshop.settings.hideNames = true;
    const QString text = appendixText(made, {});
    QVERIFY2(text.contains(QStringLiteral("Company 1")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("Ostara")));
}

void TestImplications::reactionsAreCountedAndKept() {
    Icp icp = namedIcp("a", "Finance teams");
    icp.reactions = {{"1", Feeling::VeryBad, {}, "Too small", FollowUp::Open, {}},
                     {"2", Feeling::Bad, "Nadia", "We lose Ostara", FollowUp::Asked, {}},
                     {"3", Feeling::Bad, "Tom", "No", FollowUp::Settled, "It fits"},
                     {"4", Feeling::Neutral, {}, "Hm", FollowUp::Open, {}}};
    const ReactionCounts counts = countOf(icp.reactions);
    QCOMPARE(counts.all, 4);
    QCOMPARE(counts.negative, 3);
    QCOMPARE(counts.open, 2);
    QVERIFY(icpFromJson(toJson(icp)).reactions == icp.reactions);
    // What people say of it does not change what was agreed.
    const Icp held = agreed(icp, QDate(2026, 5, 1), 90);
    Icp more = held;
    more.reactions.pop_back();
    QVERIFY(edited(more, held).agreed.isValid());
    more.name = QStringLiteral("Else");
    more.criteria.emplace_back();
    QVERIFY(!edited(more, held).agreed.isValid());
}

void TestImplications::oneRowPerEntry() {
    Workshop workshop = filled();
    workshop.icps.front().reactions = {{"1", Feeling::Bad, {}, "Too small", FollowUp::Asked, "Not yet"}};
    const Sheet sheet = implicationsSheet(workshop, workshop.icps.front());
    QCOMPARE(sheet.rows.size(), 2U + 1U + 3U + 1U + 1U);
    const QByteArray csv = sheetCsv(sheet);
    QVERIFY(
        csv.startsWith("kind,text,department,owner,due,state,because,answer\r\n"
                       "action,Do y,Product,,2025-05-01,open,Finance team of 4 to 25,\r\n"));
    QVERIFY(csv.endsWith("\r\nreaction,Too small,,,,asked,Bad,Not yet\r\n"));
    QVERIFY(csv.contains("\r\nresearch,Ostara Holding,,Nadia,,open,Bought twice,\r\n"));
}

QTEST_GUILESS_MAIN(TestImplications)
#include "tst_implications.moc"
