#include "tests/support/ui/icppage.h"
#include "tests/support/ui/screenshot.h"
#include "ui/shell/statusline.h"
#include "ui/stations/icp/exemplarcard.h"
#include "ui/stations/icp/readinesscard.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace icp;
using namespace icp::test;
using namespace icp::ui;

/// The room votes, the profile is shown to others, a made-up company stands for it: before it is agreed.
class TestIcpReady : public QObject, private IcpPage {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        applyTheme(false, 1);
        start();
        m_case->document().editIcp(StudioCase::icpOf(8), "Add");
        idle();
    }
    void cleanup() { finish(); }

    void handsAreCounted();
    void anEarlierVoteIsToldAsOne();
    void checksLeadToWhereTheyAreMet();
    void aTestWithOthersIsNoted();
    void whatIsNotMetIsAgreedAllTheSame();
    void theExampleFollowsTheProfile();
    void namesCanBeHidden();
    void pictures();

private:
    void idle();
    void vote(const char* answer, int people);
    bool says(const QString& words) const;
    template <class T>
    T* named(const QString& name) const {
        for (T* one : visible<T>())
            if (one->accessibleName() == name) return one;
        return nullptr;
    }
};

void TestIcpReady::idle() {
    m_case->document().waitForIdle();
    m_station->waitForIdle();
    QCoreApplication::processEvents();
    m_station->waitForIdle();
}

void TestIcpReady::vote(const char* answer, int people) {
    auto* box = named<QSpinBox>(QStringLiteral("People who say: ") + QLatin1String(answer));
    QVERIFY(box);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QString::number(people));
    idle();
}

bool TestIcpReady::says(const QString& words) const {
    const auto labels = visible<QLabel>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(words); });
}

void TestIcpReady::handsAreCounted() {
    Document& document = m_case->document();
    StatusLine status;
    status.setDocument(&document);
    const auto told = [&](const QString& words) {
        const auto labels = status.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text() == words; });
    };
    const QString words = QStringLiteral("15 of 17 are comfortably uncomfortable.");
    QVERIFY(document.agreeIcp({}, QDate::currentDate()));
    vote("Comfortably uncomfortable", 15);
    vote("Too narrow", 2);
    QCOMPARE(stored().comfort.comfortable, 15);
    QCOMPARE(stored().comfort.count(), 17);
    QCOMPARE(stored().comfort.day, QDate::currentDate());
    QVERIFY(stored().agreed.isValid());  // a vote is no change of what was agreed
    QVERIFY(says(words));
    QVERIFY(told(words));
    document.undo();  // both answers are one vote
    idle();
    QCOMPARE(stored().comfort, ComfortVote());
    QVERIFY(!says(words));
    QVERIFY(!told(words));
    QCOMPARE(named<QSpinBox>("People who say: Too narrow")->value(), 0);
    document.redo();
    idle();
    QVERIFY(says(words));
    QVERIFY(document.agreeIcp({}, QDate::currentDate()));
    QCOMPARE(document.workshop().versions.back().icp.comfort.comfortable, 15);
}

void TestIcpReady::anEarlierVoteIsToldAsOne() {
    vote("Comfortably uncomfortable", 5);
    Icp icp = stored();
    icp.criteria.front().condition->high += 5;
    QVERIFY(m_case->document().editIcp(icp, "Widen"));
    idle();
    QCOMPARE(stored().comfort.comfortable, 5);
    QVERIFY(says(QStringLiteral("about an earlier profile.")));
    vote("Too broad", 1);
    QVERIFY(!says(QStringLiteral("about an earlier profile.")));
}

void TestIcpReady::checksLeadToWhereTheyAreMet() {
    m_station->show(IcpStation::Versions);
    idle();
    QVERIFY(says(QStringLiteral("No hands have been counted yet")));
    QVERIFY(says(QStringLiteral("Not known")));
    QTest::mouseClick(button("Vote"), Qt::LeftButton);
    QVERIFY(named<QSpinBox>("People who say: Too broad"));
    QVERIFY(named<QSpinBox>("People who say: Too broad")->hasFocus());
    vote("Too broad", 4);
    m_station->show(IcpStation::Versions);
    idle();
    QVERIFY(says(QStringLiteral("4 of 4 feel it is too broad.")));
    QVERIFY(says(QStringLiteral("Not met")));
}

void TestIcpReady::aTestWithOthersIsNoted() {
    m_station->show(IcpStation::Versions);
    idle();
    QTest::mouseClick(button("Note who and when"), Qt::LeftButton);
    auto* who = named<QLineEdit>("Tested with");
    QVERIFY(who && who->hasFocus());
    QTest::keyClicks(who, "Sales in Lyon");
    QTest::keyClick(who, Qt::Key_Escape);
    QVERIFY(stored().tested.who.isEmpty());
    QTest::mouseClick(button("Note who and when"), Qt::LeftButton);
    QTest::keyClicks(who, "Sales in Lyon");
    named<QDateEdit>("Day of the test")->setDate(QDate(2026, 5, 4));
    QTest::keyClick(who, Qt::Key_Return);
    idle();
    QCOMPARE(stored().tested.who, QStringLiteral("Sales in Lyon"));
    QCOMPARE(stored().tested.day, QDate(2026, 5, 4));
    QVERIFY(says(QStringLiteral("With Sales in Lyon on ")));
    m_case->document().undo();
    idle();
    QVERIFY(stored().tested.who.isEmpty());
    QVERIFY(!says(QStringLiteral("Sales in Lyon")));
}

void TestIcpReady::whatIsNotMetIsAgreedAllTheSame() {
    vote("Too narrow", 3);
    QTest::mouseClick(button("Save as v1"), Qt::LeftButton);
    idle();
    QVERIFY(says(QStringLiteral("Not met: Comfortably uncomfortable,")));
    QVERIFY(named<QLineEdit>("Note"));
    QTest::keyClick(named<QLineEdit>("Note"), Qt::Key_Return);
    idle();
    QVERIFY(stored().agreed.isValid());
    const QStringList unmet = m_case->document().workshop().versions.front().unmet;
    QVERIFY(unmet.contains(QStringLiteral("comfort")));
    QVERIFY(unmet.contains(QStringLiteral("tested")));
    QVERIFY(says(QStringLiteral(
        "3 of 3 feel it is too narrow. Not met when it was agreed: Comfortably uncomfortable,")));
}

void TestIcpReady::theExampleFollowsTheProfile() {
    Icp icp = stored();
    icp.criteria = {StudioCase::teamCriterion()};
    QVERIFY(m_case->document().editIcp(icp, "One"));
    idle();
    const auto* card = m_station->findChild<ExemplarCard*>();
    QVERIFY(card && card->isVisible());
    const auto* table = named<PlainTable>("Customers nearest to the example");
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 5);
    QVERIFY(table->model()->index(0, 0).data().toString().startsWith(QStringLiteral("Customer ")));
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("100%"));
    const QString before = card->findChild<QLabel*>(QStringLiteral("sentence"))->text();
    QVERIFY2(before.contains(QStringLiteral("A company with")), qPrintable(before));
    icp = stored();
    icp.criteria.front().condition->low = 20;
    QVERIFY(m_case->document().editIcp(icp, "Narrow"));
    idle();
    QVERIFY(card->findChild<QLabel*>(QStringLiteral("sentence"))->text() != before);
    icp.criteria.clear();
    QVERIFY(m_case->document().editIcp(icp, "Nothing"));
    idle();
    QVERIFY(!card->isVisible());
}

void TestIcpReady::namesCanBeHidden() {
    Settings settings = m_case->document().workshop().settings;
    settings.hideNames = true;
    QVERIFY(m_case->document().editSettings(settings, "Hide"));
    idle();
    const auto* table = named<PlainTable>("Customers nearest to the example");
    QVERIFY(table);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QString shown = table->model()->index(row, 0).data().toString();
        const auto account = table->model()->index(row, 0).data(Qt::UserRole).toUInt();
        QCOMPARE(shown, m_case->document().facts()->name(account));
        QVERIFY(m_case->document().facts()->hidesNames());
    }
}

void TestIcpReady::pictures() {
    if (qEnvironmentVariableIsEmpty("ICP_SCREENSHOTS"))
        QSKIP("set ICP_SCREENSHOTS to a folder to take pictures");
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        const QString theme = dark ? "-dark" : "";
        start();
        for (const int criteria : {1, 8, 30}) {
            for (const QSize& size : {QSize(1216, 718), QSize(1396, 918)}) {
                m_station->resize(size);
                m_station->show(IcpStation::Profile);
                const QString name = QStringLiteral("%1-%2%3").arg(criteria).arg(size.width()).arg(theme);
                m_case->document().editIcp(StudioCase::icpOf(criteria, criteria == 8), "Add");
                idle();
                vote("Comfortably uncomfortable", 5);
                shoot(*m_station, "ready-" + name);
                m_station->findChild<ExemplarCard*>()->findChild<PlainTable*>()->setFocus();
                for (auto* area : visible<QScrollArea>())
                    if (area->isAncestorOf(m_station->findChild<ExemplarCard*>()))
                        area->ensureWidgetVisible(m_station->findChild<ExemplarCard*>());
                shoot(*m_station, "example-" + name);
                m_station->show(IcpStation::Versions);
                idle();
                shoot(*m_station, "versions-" + name);
            }
        }
        QTest::mouseClick(button("Save as v1"), Qt::LeftButton);
        idle();
        shoot(*m_station, "agree" + theme);
    }
    applyTheme(false, 1);
}

QTEST_MAIN(TestIcpReady)
#include "tst_icpready.moc"
