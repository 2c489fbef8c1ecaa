#include "tests/support/core/datasetbuilder.h"
#include "tests/support/ui/smalldataset.h"
#include "ui/document/background.h"
#include "ui/document/document.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace icp;
using namespace icp::ui;

class TestDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void newestRequestWins();
    void cancelledWorkDeliversNothing();
    void backgroundDiesWithItsWork();
    void editsAreStepsOfUndo();
    void personasLeaveWithTheirIcp();
    void sameConditionIsNotAddedTwice();
    void datasetIsStoredAndStudied();
    void editsGoOnWhileDataAreStored();
    void decisionsMendInTheBackground();
    void gaugeFollowsThePreview();
    void failedImportKeepsTheData();
    void copyStandsOnItsOwn();
    void closingWhileWorkingIsSafe();

private:
    std::unique_ptr<Document> fresh();
    QTemporaryDir m_folder;
    int m_number = 0;
};

void TestDocument::init() { QVERIFY(m_folder.isValid()); }

std::unique_ptr<Document> TestDocument::fresh() {
    Settings settings;
    settings.title = QStringLiteral("ICP review");
    settings.company = QStringLiteral("Quillbridge");
    auto file = WorkshopFile::create(m_folder.filePath(QStringLiteral("w%1.icpw").arg(++m_number)), settings);
    if (!file) qFatal("%s", qPrintable(file.error().message));
    return std::make_unique<Document>(std::move(*file));
}

static Criterion wholesale() {
    Criterion criterion;
    criterion.text = QStringLiteral("Wholesale");
    Condition condition;
    condition.attribute = QStringLiteral("account.industry");
    condition.values = QStringList{QStringLiteral("Wholesale")};
    criterion.condition = condition;
    criterion.importance = Importance::Must;
    return criterion;
}

void TestDocument::newestRequestWins() {
    Background work;
    std::atomic<int> running{0};
    int result = 0;
    for (int i = 1; i <= 20; ++i)
        work.start([&, i](const Job& job, const Background::Deliver& deliver) {
            ++running;
            for (int step = 0; step < 5 && !job.cancelled(); ++step) QThread::msleep(1);
            deliver([&, i] { result = i; });
            --running;
        });
    QVERIFY(work.busy());
    work.wait();
    QVERIFY(!work.busy());
    QCOMPARE(result, 20);
    QCOMPARE(running.load(), 0);
}

void TestDocument::cancelledWorkDeliversNothing() {
    Background work;
    QSignalSpy finished(&work, &Background::finished);
    bool delivered = false;
    work.start([&](const Job& job, const Background::Deliver& deliver) {
        while (!job.cancelled()) QThread::msleep(1);
        deliver([&] { delivered = true; });
    });
    work.cancel();
    QVERIFY(!work.busy());
    QCOMPARE(finished.size(), 1);
    QTest::qWait(30);
    QVERIFY(!delivered);
    QCOMPARE(finished.size(), 1);
}

void TestDocument::backgroundDiesWithItsWork() {
    bool delivered = false;
    {
        Background work;
        work.start(
            [&](const Job&, const Background::Deliver& deliver) { deliver([&] { delivered = true; }); });
    }
    QTest::qWait(10);
    QVERIFY(!delivered);
}

void TestDocument::editsAreStepsOfUndo() {
    auto document = fresh();
    QSignalSpy changed(document.get(), &Document::workshopChanged);
    QSignalSpy current(document.get(), &Document::currentIcpChanged);
    QVERIFY(!document->canUndo());
    QVERIFY(document->addCriterion(wholesale()));
    QVERIFY(document->currentIcp());
    QCOMPARE(document->currentIcp()->criteria.size(), std::size_t(1));
    QVERIFY(document->currentIcp()->name.contains(u"Quillbridge"));
    QCOMPARE(current.size(), 1);
    Settings settings = document->workshop().settings;
    settings.hideNames = true;
    QVERIFY(document->editSettings(settings, QStringLiteral("Hide names")));
    QCOMPARE(document->undoText(), QStringLiteral("Hide names"));
    document->undo();
    QVERIFY(!document->workshop().settings.hideNames);
    QCOMPARE(document->redoText(), QStringLiteral("Hide names"));
    document->undo();
    QVERIFY(!document->currentIcp());
    QVERIFY(!document->canUndo());
    document->redo();
    document->redo();
    QVERIFY(document->currentIcp());
    QVERIFY(document->workshop().settings.hideNames);
    QCOMPARE(changed.size(), 6);
}

void TestDocument::personasLeaveWithTheirIcp() {
    auto document = fresh();
    document->addCriterion(wholesale());
    const QString id = document->currentIcp()->id;
    Persona alone;
    alone.id = newId();
    alone.icps = QStringList{id};
    Persona shared;
    shared.id = newId();
    shared.icps = QStringList{id, QStringLiteral("another")};
    QVERIFY(document->editPersona(alone, QStringLiteral("Add persona")));
    QVERIFY(document->editPersona(shared, QStringLiteral("Add persona")));
    QVERIFY(document->removeIcp(id));
    QCOMPARE(document->workshop().personas.size(), std::size_t(1));
    QCOMPARE(document->workshop().personas.front().icps, QStringList{QStringLiteral("another")});
    document->undo();
    QCOMPARE(document->workshop().personas.size(), std::size_t(2));
    QCOMPARE(document->currentIcp()->id, id);
}

void TestDocument::sameConditionIsNotAddedTwice() {
    auto document = fresh();
    document->addCriterion(wholesale());
    Criterion again = wholesale();
    again.importance = Importance::Nice;
    document->addCriterion(again);
    QCOMPARE(document->currentIcp()->criteria.size(), std::size_t(1));
    QCOMPARE(document->currentIcp()->criteria.front().importance, Importance::Nice);
}

void TestDocument::datasetIsStoredAndStudied() {
    auto document = fresh();
    const QString path = document->path();
    QSignalSpy data(document.get(), &Document::datasetChanged);
    QSignalSpy found(document.get(), &Document::findingsChanged);
    QSignalSpy failed(document.get(), &Document::failed);
    document->useDataset(test::smallDataset());
    document->waitForIdle();
    QCOMPARE(failed.size(), 0);
    QCOMPARE(data.size(), 1);
    QVERIFY(found.size() >= 1);
    QCOMPARE(document->stage(), Stage::Done);
    QCOMPARE(document->findings().base.n, qint64(6));
    QCOMPARE(document->findings().base.positives, qint64(3));
    document.reset();

    auto file = WorkshopFile::open(path);
    QVERIFY(file);
    Document again(std::move(*file));
    QCOMPARE(again.dataset().accounts.rows(), std::size_t(5));
    QVERIFY(again.analysing());
    again.waitForIdle();
    QCOMPARE(again.findings().base.n, qint64(6));
}

void TestDocument::editsGoOnWhileDataAreStored() {
    auto document = fresh();
    const auto data = std::make_shared<const Dataset>([] {
        Dataset dataset = test::randomDataset(3, 20000);
        dataset.files.emplace_back().name = QStringLiteral("accounts.csv");
        return dataset;
    }());
    QSignalSpy stored(document.get(), &Document::datasetChanged);
    document->useDataset(data);
    int edits = 0;
    Icp icp;
    icp.name = QStringLiteral("Ideal");
    while (stored.isEmpty() && edits < 100000) {
        icp.id = QString::number(edits);
        QVERIFY(document->editIcp(icp, QStringLiteral("Add ICP")));
        ++edits;
        QCoreApplication::processEvents();
    }
    QVERIFY2(edits > 1 && edits < 100000, qPrintable(QString::number(edits)));
    document->undo();
    document->waitForIdle();
    const QString path = document->path();
    document.reset();
    const auto file = WorkshopFile::open(path);
    QVERIFY(file);
    QCOMPARE((*file)->workshop().icps.size(), std::size_t(edits - 1));
    QCOMPARE((*file)->dataset()->accounts.rows(), std::size_t(20000));
}

void TestDocument::decisionsMendInTheBackground() {
    auto document = fresh();
    document->useDataset(test::smallDataset());
    document->waitForIdle();
    const auto imported = document->sharedDataset();
    const Column* column = imported->column(u"account.industry");
    QVERIFY(column);
    Decisions decisions;
    const QString level = QString::fromStdString(column->display(0));
    decisions.missing.push_back({QStringLiteral("account.industry"), level});
    QSignalSpy changed(document.get(), &Document::datasetChanged);
    QVERIFY(document->decide(decisions, QStringLiteral("Empty a level")));
    QCOMPARE(document->sharedDataset(), imported);  // until it is mended
    document->waitForIdle();
    QCOMPARE(changed.size(), 1);
    QVERIFY(document->dataset().column(u"account.industry")->isMissing(0));
    // Taken back and said again before anything came of it.
    document->undo();
    document->redo();
    document->waitForIdle();
    QVERIFY(document->dataset().column(u"account.industry")->isMissing(0));
    QCOMPARE(changed.size(), 1);
    document->undo();
    document->waitForIdle();
    QCOMPARE(document->sharedDataset(), imported);
    // What is declined is no reason to look at the data again.
    changed.clear();
    QSignalSpy findings(document.get(), &Document::findingsChanged);
    Decisions declined;
    declined.declined.push_back({QStringLiteral("x")});
    QVERIFY(document->decide(declined, QStringLiteral("Leave as it is")));
    document->waitForIdle();
    QVERIFY(changed.isEmpty() && findings.isEmpty());
}

void TestDocument::gaugeFollowsThePreview() {
    auto document = fresh();
    document->useDataset(test::smallDataset());
    document->waitForIdle();
    document->addCriterion(wholesale());
    QCOMPARE(document->gauge().customers.part, 2.0);
    QCOMPARE(document->gauge().customers.whole, 3.0);
    QSignalSpy gauge(document.get(), &Document::gaugeChanged);
    Icp wider = *document->currentIcp();
    wider.criteria.front().condition->values << QStringLiteral("Logistics");
    document->previewIcp(wider);
    QCOMPARE(gauge.size(), 1);
    QCOMPARE(document->gauge().customers.part, 3.0);
    QCOMPARE(document->fit().ideal.count(), std::size_t(3));
    QCOMPARE(document->currentIcp()->criteria.front().condition->values.size(), 1);
    document->previewIcp(std::nullopt);
    QCOMPARE(document->gauge().customers.part, 2.0);
}

void TestDocument::failedImportKeepsTheData() {
    auto document = fresh();
    document->useDataset(test::smallDataset());
    document->waitForIdle();
    QSignalSpy failed(document.get(), &Document::failed);
    ImportRequest request;
    request.files.resize(1);
    request.files.front().path = m_folder.filePath(QStringLiteral("no-such-file.csv"));
    document->startImport(request);
    document->waitForIdle();
    QCOMPARE(failed.size(), 1);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.code, ErrorCode::InputUnusable);
    QVERIFY(error.message.contains(u"no-such-file.csv"));
    QCOMPARE(document->dataset().accounts.rows(), std::size_t(5));
}

void TestDocument::copyStandsOnItsOwn() {
    auto document = fresh();
    document->addCriterion(wholesale());
    const QString path = m_folder.filePath(QStringLiteral("copy.icpw"));
    QSignalSpy copied(document.get(), &Document::copied);
    document->saveCopy(path);
    document->waitForIdle();
    QCOMPARE(copied.size(), 1);
    auto copy = WorkshopFile::open(path);
    QVERIFY(copy);
    QCOMPARE((*copy)->workshop().icps.size(), std::size_t(1));
}

void TestDocument::closingWhileWorkingIsSafe() {
    auto document = fresh();
    const QString path = document->path();
    document->useDataset(test::smallDataset());
    document.reset();
    auto file = WorkshopFile::open(path);
    QVERIFY(file);
    QCOMPARE((*file)->dataset()->accounts.rows(), std::size_t(5));
}

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
