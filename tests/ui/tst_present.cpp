#include "core/analysis/findings.h"
#include "core/deck/findingsbeside.h"
#include "core/deck/typeset.h"
#include "tests/support/core/program.h"
#include "tests/support/core/unzipped.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/studiocase.h"
#include "ui/models/sharechecks.h"
#include "ui/models/slidelist.h"
#include "ui/stations/present/exportcard.h"
#include "ui/stations/present/presentstation.h"
#include "ui/stations/present/slideshow.h"
#include "ui/stations/present/slidestrip.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

class TestPresent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(false, 1); }
    void cleanup();

    void slideListIsAModel();
    void checksCountWhatIsLeft();

    void withoutProfileItSaysSo();
    void showsTheDeck();
    void presentsWhatWasAgreed();
    void hiddenPageIsMadeAnew();
    void movedEntriesAreTold();
    void hidesNames();
    void keepsNotes();
    void exportsEveryFormat_data();
    void exportsEveryFormat();
    void thePackNamesNobodyWhenNamesAreHidden();
    void findingsTellWhatTheCommandLineTells();
    void narrowedFindingsAreToldAndWidened();
    void exportCancelledInTheDialogWritesNothing();
    void exportIntoNowhereSaysWhy();
    void slideShowByKeyboard();
    void pictures();

private:
    void start(int criteria = 8, bool german = false);
    template <class T>
    T* visible(const QString& name) const {
        QCoreApplication::processEvents();
        for (T* one : m_station->findChildren<T*>())
            if (one->isVisible() &&
                (one->accessibleName() == name || one->property("text").toString() == name))
                return one;
        return nullptr;
    }
    bool says(const QString& part) const {
        QCoreApplication::processEvents();
        for (QLabel* label : m_station->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part)) return true;
        return false;
    }
    SlideList* slides() const { return m_station->findChild<SlideList*>(); }
    SlideStrip* strip() const { return m_station->findChild<SlideStrip*>(); }

    std::unique_ptr<StudioCase> m_case;
    std::unique_ptr<PresentStation> m_station;
};

void TestPresent::start(int criteria, bool german) {
    m_station.reset();
    m_case = std::make_unique<StudioCase>();
    Document& document = m_case->document();
    document.editIcp(StudioCase::icpOf(criteria, german), "Add");
    std::vector<Persona> panel = emptyPanel("icp-1");
    panel[0][PersonaField::Needs] = {"See every entity’s close in one place", false};
    panel[5][PersonaField::Values] = {"Low risk", true};
    document.editPersonas(panel, "Panel");
    m_station = std::make_unique<PresentStation>();
    m_station->setDocument(&document);
    m_station->resize(1236, 826);
    m_station->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_station.get()));
    m_station->waitForIdle();
}

void TestPresent::cleanup() {
    m_station.reset();
    m_case.reset();
}

void TestPresent::slideListIsAModel() {
    SlideList list;
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Slide slide;
    slide.title = "One-slide ICP";
    slide.mark = "1";
    list.setSlides({slide, slide});
    QCOMPARE(list.rowCount(), 2);
    slide.title = "Changed";
    list.setSlides({slide, slide});
    QCOMPARE(list.index(1).data().toString(), "Changed");
    list.setSlides({slide});
    QCOMPARE(list.index(0).data(SlideList::MarkRole).toString(), "1");
    list.setSlides({});
    QCOMPARE(list.rowCount(), 0);
}

void TestPresent::checksCountWhatIsLeft() {
    Workshop workshop;
    Icp icp = StudioCase::icpOf(3);
    workshop.icps = {icp};
    workshop.personas = emptyPanel(icp.id);
    const auto dataset = studioDataset();
    Deck deck;
    const auto find = [&](ShareCheck::Kind kind) {
        for (const ShareCheck& check : shareChecks(workshop, icp, *dataset, deck))
            if (check.kind == kind) return std::optional(check);
        return std::optional<ShareCheck>();
    };
    QVERIFY(find(ShareCheck::Kind::Numbers)->done);
    QVERIFY(find(ShareCheck::Kind::Numbers)->text.contains("30 September 2025"));
    icp.criteria[0].evidence.fingerprint = "fedcba9876543210";
    QVERIFY(!find(ShareCheck::Kind::Numbers)->done);
    QVERIFY(find(ShareCheck::Kind::Anecdotes)->done);
    workshop.personas[1][PersonaField::Goals] = {"said so", true};
    workshop.personas[2][PersonaField::Goals] = {"said so", true};
    QVERIFY(find(ShareCheck::Kind::Anecdotes)->text.startsWith("2 persona cells"));
    QVERIFY(!find(ShareCheck::Kind::Names)->done);
    workshop.settings.hideNames = true;
    QVERIFY(find(ShareCheck::Kind::Names)->done);
    QVERIFY(find(ShareCheck::Kind::Fit)->done);
    deck.icp.mark = "1";
    deck.icpMoved = {4, "A3"};
    QCOMPARE(find(ShareCheck::Kind::Fit)->text, "4 entries of slide 1 moved to A3.");
    QVERIFY(!find(ShareCheck::Kind::Hypothesis));
    icp.hypothesis = true;
    QVERIFY(find(ShareCheck::Kind::Hypothesis));
}

void TestPresent::withoutProfileItSaysSo() {
    m_case = std::make_unique<StudioCase>();
    m_station = std::make_unique<PresentStation>();
    m_station->setDocument(&m_case->document());
    m_station->resize(1236, 826);
    m_station->setVisible(true);
    QSignalSpy going(m_station.get(), &Station::goTo);
    auto* go = visible<QPushButton>("Go to ICP");
    QVERIFY(go);
    QVERIFY(!visible<QPushButton>("Start slide show")->isEnabled());
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(going.size(), 1);
    shoot(*m_station, "present-empty");
}

void TestPresent::showsTheDeck() {
    start();
    QVERIFY(slides()->rowCount() >= 3);
    QCOMPARE(slides()->index(0).data(SlideList::MarkRole).toString(), "1");
    QVERIFY(says("One-slide ICP"));
    QVERIFY(says("Fits on one page"));
    QVERIFY(says("One persona cell is an anecdote"));
    strip()->setFocus();
    QTest::keyClick(strip(), Qt::Key_Down);
    QVERIFY(says("Persona matrix"));
    QTest::keyClick(strip(), Qt::Key_Down);
    QVERIFY(says("Appendix A1"));
    // An edit elsewhere reaches the slides; the chosen slide stays.
    Icp icp = *m_case->document().currentIcp();
    icp.sentence = "Groups that close late.";
    m_case->document().editIcp(icp, "Sentence");
    m_station->waitForIdle();
    QVERIFY(says("Appendix A1"));
    bool shown = false;
    for (const Block& block : slides()->slides().front().blocks)
        if (const auto* text = std::get_if<TextBlock>(&block))
            for (const auto& line : text->lines)
                for (const icp::Run& run : line) shown = shown || run.text.contains("close late");
    QVERIFY(shown);
}

/// Others are shown what was agreed, whatever was looked at last; another one is chosen by name.
void TestPresent::presentsWhatWasAgreed() {
    start();
    Document& document = m_case->document();
    Icp agreed = StudioCase::icpOf(3);
    agreed.id = "icp-2";
    agreed.name = "What was agreed";
    agreed.agreed = QDate(2026, 5, 1);
    document.editIcp(agreed, "Add");
    document.setCurrentIcp("icp-1");
    document.waitForIdle();
    m_station->waitForIdle();
    auto* chooser = visible<QComboBox>("Ideal customer profile");
    QVERIFY(chooser);
    QCOMPARE(chooser->currentText(), "What was agreed");
    const auto header = [&] {
        QString words;
        for (const Block& block : slides()->slides().front().blocks)
            if (const auto* text = std::get_if<TextBlock>(&block)) words += plainText(text->lines) + u'\n';
        return words;
    };
    QVERIFY2(header().contains("Ideal customer profile: What was agreed"), qPrintable(header()));
    QVERIFY(header().contains("Version 1, agreed 1 May 2026"));
    document.setCurrentIcp("icp-2");
    document.setCurrentIcp("icp-1");
    m_station->waitForIdle();
    QVERIFY(header().contains("What was agreed"));
    chooser->setCurrentIndex(0);
    Q_EMIT chooser->activated(0);
    m_station->waitForIdle();
    QVERIFY2(!header().contains("What was agreed"), qPrintable(header()));
    PresentStation again;
    again.setDocument(&document);
    again.restore(m_station->bookmark());
    QCOMPARE(again.bookmark(), m_station->bookmark());
    m_station->reveal("icp-2");
    m_station->waitForIdle();
    QVERIFY(header().contains("What was agreed"));
}

void TestPresent::hiddenPageIsMadeAnew() {
    start();
    Icp icp = *m_case->document().currentIcp();
    icp.sentence = "First.";
    m_case->document().editIcp(icp, "Sentence");
    QVERIFY(!m_station->findChild<ExportCard*>()->canExport());  // not before the slides say so too
    m_station->setVisible(false);
    icp.sentence = "Second.";
    m_case->document().editIcp(icp, "Sentence");
    m_station->setVisible(true);
    m_station->waitForIdle();
    QVERIFY(m_station->findChild<ExportCard*>()->canExport());
    QString title;
    for (const Block& block : slides()->slides().front().blocks)
        if (const auto* text = std::get_if<TextBlock>(&block))
            for (const auto& line : text->lines)
                for (const icp::Run& run : line) title += run.text;
    QVERIFY(title.contains("Second."));
}

void TestPresent::movedEntriesAreTold() {
    start(30, true);
    QVERIFY(!says("Fits on one page"));
    QVERIFY(says("moved to A"));
    QPushButton* show = nullptr;
    for (QPushButton* button : m_station->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == "Show" &&
            button->accessibleDescription().contains("moved"))
            show = button;
    QVERIFY(show);
    QTest::mouseClick(show, Qt::LeftButton);
    QVERIFY(strip()->currentIndex().row() >= 2);
}

void TestPresent::hidesNames() {
    start();
    QTest::mouseClick(visible<QPushButton>("Hide names"), Qt::LeftButton);
    QVERIFY(m_case->document().workshop().settings.hideNames);
    QVERIFY(visible<QCheckBox>("Hide customer names")->isChecked());
    QVERIFY(!visible<ExportTile>("Accounts (CSV)")->isEnabled());
    m_station->waitForIdle();
    QVERIFY(says("Customer names are hidden"));
    m_case->document().undo();
    QVERIFY(!visible<QCheckBox>("Hide customer names")->isChecked());
    auto* box = visible<QCheckBox>("Hide customer names");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(m_case->document().workshop().settings.hideNames);
}

void TestPresent::keepsNotes() {
    start();
    auto* notes = m_station->findChild<QPlainTextEdit*>();
    notes->setFocus();
    QTest::keyClicks(notes, "Start with the win rate.");
    // Kept letter by letter, undone as one.
    QCOMPARE(m_case->document().workshop().settings.presenterNotes, "Start with the win rate.");
    strip()->setFocus();
    QCOMPARE(m_case->document().workshop().settings.presenterNotes, "Start with the win rate.");
    m_case->document().undo();
    QCOMPARE(notes->toPlainText(), QString());
}

void TestPresent::exportsEveryFormat_data() {
    QTest::addColumn<QString>("tile");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("pdf") << "PDF"
                         << "pdf" << QByteArray("%PDF-");
    QTest::newRow("pptx") << "PowerPoint"
                          << "pptx" << QByteArray("PK");
    QTest::newRow("csv") << "Accounts (CSV)"
                         << "csv" << QByteArray();
    QTest::newRow("json") << "Findings (JSON)"
                          << "json" << QByteArray("{");
    QTest::newRow("zip") << "Share pack (ZIP)"
                         << "zip" << QByteArray("PK");
}

void TestPresent::exportsEveryFormat() {
    QFETCH(QString, tile);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, start);
    this->start();
    QTemporaryDir folder;
    QString suggested;
    m_station->setAskFile([&](QWidget*, const QString&, const QString& name, const QString& filter) {
        suggested = name;
        return filter.contains("*." + suffix) ? folder.filePath("out." + suffix) : QString();
    });
    QTest::mouseClick(visible<ExportTile>(tile), Qt::LeftButton);
    QTest::keyClick(m_station.get(), Qt::Key_P, Qt::ControlModifier);
    m_station->waitForIdle();
    QVERIFY(suggested.endsWith("." + suffix));
    QFile file(folder.filePath("out." + suffix));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() > 100);
    QVERIFY(bytes.startsWith(start));
    QVERIFY(m_station->messages()->text().contains("out." + suffix));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(visible<QPushButton>("Open folder"));
}

void TestPresent::thePackNamesNobodyWhenNamesAreHidden() {
    start();
    const QTemporaryDir folder;
    const QString path = folder.filePath("pack.zip");
    m_station->setAskFile([&](QWidget*, const QString&, const QString&, const QString&) { return path; });
    const auto names = [&] {
        QTest::mouseClick(visible<ExportTile>("Share pack (ZIP)"), Qt::LeftButton);
        m_station->startExport();
        m_station->waitForIdle();
        return test::unzipped(fileBytes(path)).keys();
    };
    Document& document = m_case->document();
    IcpVersion version;
    version.people = {"Anna Berg"};
    QVERIFY(document.agreeIcp(version, QDate(2026, 1, 10)));
    const QString icp = document.currentIcp()->id;
    QVERIFY(document.acknowledge({newId(), icp, 1, "Ida Lund", "Sales", QDate(2026, 1, 12)}, "Read"));
    QVERIFY(document.writeResearch({newId(), icp, {}, "Ostara Holding", {}, {}, {}}, "Hold against"));
    m_station->waitForIdle();
    // Without the appendix on the slides: a pack holds all there is.
    for (auto* box : m_station->findChildren<QCheckBox*>())
        if (box->text().startsWith("Appendix")) box->setChecked(false);
    const QStringList open = names();
    QVERIFY(open.contains("accounts-scored.csv") && open.contains("workshop.icpw") &&
            open.contains("implications.csv"));
    const auto files = test::unzipped(fileBytes(path));
    QVERIFY(files["acknowledgements.csv"].contains("1,Ida Lund,Sales,2026-01-12"));
    QVERIFY(files["agreements.csv"].contains("Anna Berg"));
    for (auto file = files.begin(); file != files.end(); ++file)
        if (file.key().endsWith(".html")) QVERIFY(file->contains("Ida Lund"));
    Settings settings = m_case->document().workshop().settings;
    settings.hideNames = true;
    m_case->document().editSettings(settings, "Hide customer names");
    m_station->waitForIdle();
    QStringList hidden = open;
    hidden.removeAll("accounts-scored.csv");
    hidden.removeAll("workshop.icpw");
    hidden.removeAll("implications.csv");
    QCOMPARE(names(), hidden);
    const auto masked = test::unzipped(fileBytes(path));
    for (const QByteArray& bytes : masked) QVERIFY(!bytes.contains("Ostara Holding"));
}

void TestPresent::findingsTellWhatTheCommandLineTells() {
    start();
    Document& document = m_case->document();
    Claim claim;
    claim.id = QStringLiteral("c");
    claim.statement = QStringLiteral("They love us");
    QVERIFY(document.putClaim(claim));
    QVERIFY(document.agreeIcp({}, QDate(2020, 1, 1)));
    QTemporaryDir folder;
    m_station->setAskFile([&](QWidget*, const QString&, const QString&, const QString&) {
        return folder.filePath(QStringLiteral("findings.json"));
    });
    m_station->waitForIdle();
    QTest::mouseClick(visible<ExportTile>(QStringLiteral("Findings (JSON)")), Qt::LeftButton);
    QTest::keyClick(m_station.get(), Qt::Key_P, Qt::ControlModifier);
    m_station->waitForIdle();
    QFile file(folder.filePath(QStringLiteral("findings.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    // As report, analyze and export write it.
    const Dataset& dataset = document.dataset();
    QCOMPARE(written, findingsJson(document.findings(), dataset,
                                   besideOf(document.workshop(), document.currentIcp(), dataset,
                                            document.findings().study)));
    const QJsonObject json = QJsonDocument::fromJson(written).object();
    QCOMPARE(json[QStringLiteral("claims")].toArray().first()[QStringLiteral("statement")].toString(),
             claim.statement);
    QVERIFY(json.contains(QStringLiteral("leftByFit")) && json.contains(QStringLiteral("leftByVersion")));
}

void TestPresent::narrowedFindingsAreToldAndWidened() {
    start();
    Document& document = m_case->document();
    Study study = document.study();
    const Criterion team = StudioCase::teamCriterion();
    study.filter = {*team.condition};
    document.setStudy(study);
    document.waitForIdle();
    QCoreApplication::processEvents();
    m_station->waitForIdle();
    QCoreApplication::processEvents();
    const QString label = conditionLabel(*team.condition, document.dataset());
    QString told;
    for (const QLabel* text : m_station->findChildren<QLabel*>())
        if (text->isVisible() && text->text().startsWith(QStringLiteral("Findings are only about")))
            told = text->text();
    QVERIFY2(told.contains(label), qPrintable(told));
    QTest::mouseClick(visible<QPushButton>(QStringLiteral("See all")), Qt::LeftButton);
    QVERIFY(document.study().filter.empty());
}

void TestPresent::exportCancelledInTheDialogWritesNothing() {
    start();
    int asked = 0;
    m_station->setAskFile([&](QWidget*, const QString&, const QString&, const QString&) {
        ++asked;
        return QString();
    });
    const QString all = m_station->findChild<ExportCard*>()->actionText();
    QTest::mouseClick(visible<QPushButton>(all), Qt::LeftButton);
    QCOMPARE(asked, 1);
    QVERIFY(m_station->messages()->text().isEmpty());
    auto* appendix = m_station->findChildren<QCheckBox*>().first();
    appendix->setFocus();
    QTest::keyClick(appendix, Qt::Key_Space);
    QVERIFY(m_station->findChild<ExportCard*>()->actionText() != all);
    QVERIFY(visible<QPushButton>("Export 2 pages"));
}

void TestPresent::exportIntoNowhereSaysWhy() {
    start();
    m_station->setAskFile([](QWidget*, const QString&, const QString&, const QString&) {
        return QStringLiteral("/proc/no/such/folder/out.pdf");
    });
    m_station->startExport();
    m_station->waitForIdle();
    QVERIFY(!m_station->messages()->text().isEmpty());
    QVERIFY(!m_station->messages()->text().contains("is written"));
    QVERIFY(m_station->findChild<ExportCard*>()->canExport());
}

void TestPresent::slideShowByKeyboard() {
    start();
    m_station->startSlideShow();
    auto* show = m_station->findChild<SlideShow*>();
    QVERIFY(show && show->isWindow());
    QCOMPARE(show->current(), 0);
    QTest::keyClick(show, Qt::Key_Right);
    QCOMPARE(show->current(), 1);
    QCOMPARE(strip()->currentIndex().row(), 1);
    QTest::keyClick(show, Qt::Key_B);
    QVERIFY(show->isBlank());
    QTest::keyClick(show, Qt::Key_Space);
    QVERIFY(!show->isBlank());
    QTest::keyClick(show, Qt::Key_End);
    QCOMPARE(show->current(), slides()->rowCount() - 1);
    QTest::keyClick(show, Qt::Key_Right);
    QCOMPARE(show->current(), slides()->rowCount() - 1);
    QTest::keyClick(show, Qt::Key_Home);
    QTest::keyClick(show, Qt::Key_Left);
    QCOMPARE(show->current(), 0);
    QTest::keyClick(show, Qt::Key_Escape);
    QTRY_VERIFY(!m_station->findChild<SlideShow*>());
}

void TestPresent::pictures() {
    if (qEnvironmentVariableIsEmpty("ICP_SCREENSHOTS"))
        QSKIP("set ICP_SCREENSHOTS to a folder to take pictures");
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        const QString theme = dark ? "-dark" : "";
        start();
        shoot(*m_station, "present" + theme);
        m_station->resize(1216, 718);
        shoot(*m_station, "present-1280" + theme);
        start(30, true);
        m_station->resize(1216, 718);
        shoot(*m_station, "present-german-1280" + theme);
    }
    applyTheme(false, 1);
    start();
    m_station->startSlideShow();
    auto* show = m_station->findChild<SlideShow*>();
    show->resize(1440, 900);
    shoot(*show, "present-show");
    show->close();
}

QTEST_MAIN(TestPresent)
#include "tst_present.moc"
