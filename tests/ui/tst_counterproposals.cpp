#include "core/workshop/counterproposal.h"
#include "tests/support/ui/icppage.h"
#include "tests/support/ui/screenshot.h"
#include "ui/models/icpedits.h"
#include "ui/stations/icp/counterrow.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/wraptext.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

/// Why a technology counts, whose criterion it is, and what others would have in its place.
class TestCounterProposals : public QObject, private IcpPage {
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(false, 1); }
    void cleanup() { finish(); }

    void reasonOfATechnology();
    void reasonToExcludeIsAnExclusion();
    void noReasonOutsideTechnology();
    void proposedKeptAndAdopted();
    void nothingNewIsNoProposal();
    void anExclusionIsAdoptedInItsPlace();
    void draftIsABaseline();
    void theBaselineIsAnotherDepartments();

private:
    QComboBox* box(const char* name) const {
        for (QComboBox* one : visible<QComboBox>())
            if (one->accessibleName() == QLatin1String(name)) return one;
        return nullptr;
    }
    QLineEdit* field(const char* name) const {
        for (QLineEdit* one : visible<QLineEdit>())
            if (one->accessibleName() == QLatin1String(name)) return one;
        return nullptr;
    }
    void chooseReason(TechnologyReason reason) {
        QComboBox* reasons = box("What the technology says");
        QVERIFY(reasons);
        reasons->setCurrentIndex(reasons->findData(int(reason)));
        Q_EMIT reasons->activated(reasons->currentIndex());
    }
    QByteArray bytes() { return QJsonDocument(toJson(stored())).toJson(); }
    QToolButton* tool(const QString& begins) const {
        for (QToolButton* one : visible<QToolButton>())
            if (one->accessibleName().startsWith(begins)) return one;
        return nullptr;
    }
    /// What a card or row says, all of it.
    QString said(QWidget* widget) const {
        QStringList words;
        for (WrapText* text : widget->findChildren<WrapText*>()) words << text->text();
        return words.join(u'\n');
    }
    Criterion technology() const {
        Criterion criterion = StudioCase::teamCriterion();
        criterion.id = QStringLiteral("tech");
        criterion.section = Section::Technology;
        criterion.importance = Importance::Should;
        return criterion;
    }
    void startWith(const Criterion& criterion) {
        start();
        Icp icp = StudioCase::icpOf(1);
        icp.criteria.push_back(criterion);
        QVERIFY(m_case->document().editIcp(icp, "Add"));
    }
};

void TestCounterProposals::reasonOfATechnology() {
    startWith(technology());
    const Gauge before = m_case->document().gauge();
    card("tech")->setFocus();
    QTest::keyClick(card("tech"), Qt::Key_Return);
    chooseReason(TechnologyReason::Budget);
    QCOMPARE(stored().find(u"tech")->reason, TechnologyReason::Budget);
    QCOMPARE(stored().find(u"tech")->importance, Importance::Should);
    QVERIFY2(said(card("tech")).contains("Signals budget"), qPrintable(said(card("tech"))));
    QCOMPARE(m_case->document().gauge().customers.part, before.customers.part);
    shoot(*m_station, "icp-technology-reason");
    m_case->document().undo();
    QCOMPARE(stored().find(u"tech")->reason, TechnologyReason::None);
}

void TestCounterProposals::reasonToExcludeIsAnExclusion() {
    startWith(technology());
    card("tech")->setFocus();
    QTest::keyClick(card("tech"), Qt::Key_Return);
    chooseReason(TechnologyReason::Exclude);
    QCOMPARE(stored().find(u"tech")->section, Section::Exclusions);
    QCOMPARE(partOf(*stored().find(u"tech")), CriterionPart::Exclusion);
    QVERIFY2(said(card("tech")).contains("rules a company out"), qPrintable(said(card("tech"))));
    chooseReason(TechnologyReason::Overlap);
    QCOMPARE(partOf(*stored().find(u"tech")), CriterionPart::Exclusion);  // a reason to exclude as well
    chooseReason(TechnologyReason::Include);
    QCOMPARE(partOf(*stored().find(u"tech")), CriterionPart::Should);
}

void TestCounterProposals::noReasonOutsideTechnology() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(1), "Add");
    card("team")->setFocus();
    QTest::keyClick(card("team"), Qt::Key_Return);
    QVERIFY(!box("What the technology says"));
    QVERIFY(box("Proposed by"));
}

void TestCounterProposals::proposedKeptAndAdopted() {
    start();
    Icp icp = StudioCase::icpOf(1);
    icp.criteria.front().author = QStringLiteral("Product");
    m_case->document().editIcp(icp, "Add");
    const QString id = icp.criteria.front().id;
    const QString text = icp.criteria.front().text;
    const QByteArray before = bytes();
    card(id)->setFocus();
    QTest::keyClick(card(id), Qt::Key_C);
    QVERIFY(editor());
    QVERIFY(!button("Propose")->isEnabled());
    field("Words")->selectAll();
    QTest::keyClicks(field("Words"), "Finance team of 10 to 25");
    box("Proposed by")->lineEdit()->setFocus();
    QTest::keyClicks(box("Proposed by")->lineEdit(), "Sales");
    QTest::keyClicks(field("Why"), "Small teams do not pay");
    QCOMPARE(bytes(), before);  // nothing is stored yet
    shoot(*m_station, "icp-counter-editor");
    QTest::mouseClick(button("Propose"), Qt::LeftButton);
    QVERIFY(!editor());
    const Criterion* criterion = stored().find(id);
    QCOMPARE(criterion->text, text);  // it stands as it stood
    QCOMPARE(criterion->counters.size(), std::size_t(1));
    QCOMPARE(criterion->counters.front().author, QStringLiteral("Sales"));
    auto* row = visible<CounterRow>().value(0);
    QVERIFY(row);
    for (const char* words : {"Sales would have", "Finance team of 10 to 25", "Small teams do not pay"})
        QVERIFY2(said(row).contains(QLatin1String(words)), qPrintable(said(row)));
    QVERIFY2(said(card(id)).contains("Contributors: Product, Sales"), qPrintable(said(card(id))));
    shoot(*m_station, "icp-counter-proposal");

    const QByteArray proposed = bytes();
    QTest::mouseClick(tool("Adopt"), Qt::LeftButton);
    criterion = stored().find(id);
    QCOMPARE(criterion->text, QStringLiteral("Finance team of 10 to 25"));
    QCOMPARE(criterion->author, QStringLiteral("Sales"));
    QCOMPARE(criterion->counters.front().text, text);
    QCOMPARE(criterion->counters.front().author, QStringLiteral("Product"));
    QVERIFY(said(visible<CounterRow>().value(0)).contains("Product would have"));
    QVERIFY(m_station->messages()->text().contains("is adopted"));
    m_case->document().undo();
    QCOMPARE(bytes(), proposed);
    // Adopting what was adopted before gives the first one back.
    QTest::mouseClick(tool("Adopt"), Qt::LeftButton);
    QTest::mouseClick(tool("Adopt"), Qt::LeftButton);
    QCOMPARE(bytes(), proposed);

    QTest::mouseClick(tool("Edit the counter"), Qt::LeftButton);
    QCOMPARE(field("Why")->text(), QStringLiteral("Small teams do not pay"));
    field("Why")->selectAll();
    QTest::keyClicks(field("Why"), "They left us");
    QTest::mouseClick(button("Propose"), Qt::LeftButton);
    QCOMPARE(stored().find(id)->counters.size(), std::size_t(1));
    QCOMPARE(stored().find(id)->counters.front().why, QStringLiteral("They left us"));
    QTest::mouseClick(tool("Remove the counter"), Qt::LeftButton);
    QVERIFY(stored().find(id)->counters.empty());
    QVERIFY(visible<CounterRow>().isEmpty());
    m_case->document().undo();
    QCOMPARE(visible<CounterRow>().size(), 1);
}

void TestCounterProposals::nothingNewIsNoProposal() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(1), "Add");
    const QString id = stored().criteria.front().id;
    const QByteArray before = bytes();
    card(id)->setFocus();
    QTest::keyClick(card(id), Qt::Key_C);
    QTest::keyClicks(field("Why"), "Because");
    QVERIFY(!button("Propose")->isEnabled());
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(editor());
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!editor());
    QCOMPARE(bytes(), before);
}

void TestCounterProposals::anExclusionIsAdoptedInItsPlace() {
    Criterion criterion = technology();
    criterion.weight = 12;
    criterion.counters = {{QStringLiteral("1"), criterion.text, criterion.condition, Importance::Exclude,
                           Evidence{}, QStringLiteral("Finance"), QString()}};
    startWith(criterion);
    QTest::mouseClick(tool("Adopt"), Qt::LeftButton);
    QCOMPARE(partOf(*stored().find(u"tech")), CriterionPart::Exclusion);
    QCOMPARE(stored().find(u"tech")->section, Section::Exclusions);
    QCOMPARE(visible<CounterRow>().size(), 1);
    QTest::mouseClick(tool("Adopt"), Qt::LeftButton);
    QCOMPARE(partOf(*stored().find(u"tech")), CriterionPart::Should);
    QCOMPARE(stored().find(u"tech")->weight, 12.0);
}

void TestCounterProposals::draftIsABaseline() {
    start();
    QTest::mouseClick(button("Draft from the findings"), Qt::LeftButton);
    m_station->waitForIdle();
    QCOMPARE(stored().baseline, QStringLiteral("Product"));
    for (const Criterion& criterion : stored().criteria) QVERIFY(contributors(criterion).isEmpty());
    QVERIFY(isDrafted(stored()));
    QComboBox* whose = box("Baseline proposal of");
    QVERIFY(whose);
    QCOMPARE(whose->currentText(), QStringLiteral("Product"));
    shoot(*m_station, "icp-baseline");
}

void TestCounterProposals::theBaselineIsAnotherDepartments() {
    start();
    Icp icp = StudioCase::icpOf(3);
    icp.baseline = QStringLiteral("Product");
    for (Criterion& criterion : icp.criteria) criterion.author = icp.baseline;
    icp.criteria[0].evidence.source = Evidence::Source::Pattern;
    icp.criteria[1].evidence.source = Evidence::Source::Typed;
    icp.criteria[2].evidence.source = Evidence::Source::Pattern;
    icp.criteria[2].author = QStringLiteral("Finance");
    QVERIFY(m_case->document().editIcp(icp, "Add"));
    const QByteArray before = bytes();
    QComboBox* whose = box("Baseline proposal of");
    QVERIFY(whose);
    whose->setCurrentIndex(whose->findText(QStringLiteral("Sales")));
    Q_EMIT whose->activated(whose->currentIndex());
    QCOMPARE(stored().baseline, QStringLiteral("Sales"));
    QCOMPARE(stored().criteria[0].author, QStringLiteral("Sales"));
    QCOMPARE(stored().criteria[1].author, QStringLiteral("Product"));  // what Product typed stays theirs
    QCOMPARE(stored().criteria[2].author, QStringLiteral("Finance"));
    m_case->document().undo();
    QCOMPARE(bytes(), before);
    QCOMPARE(whose->currentText(), QStringLiteral("Product"));
}

QTEST_MAIN(TestCounterProposals)
#include "tst_counterproposals.moc"
