#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/smalldataset.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/filecard.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/import/linkscard.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/rejectedmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace icp;
using namespace icp::ui;

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void previewKeepsItsPromises();
    void previewShowsCellsAsWritten();
    void previewOfDoubtfulColumns();
    void rejectedRowsOfOneFile();
    void choicesOnlyForColumnsInView();
    void choicesSpeak();
    void emptyPageOffersTheExample();
    void pageOfThreeFiles();
    void failureNamesTheFile();
    void pictures();
};

static ImportStation::Draft draftOf(const std::shared_ptr<const Dataset>& dataset) {
    ImportStation::Draft draft;
    for (const SourceFile& file : dataset->files) {
        FileRequest request;
        request.path = QStringLiteral("/exports/") + file.name;
        draft.request.files.push_back(request);
    }
    draft.result = dataset;
    return draft;
}

void TestImport::previewKeepsItsPromises() {
    PreviewModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto dataset = test::smallDataset();
    for (int file : {0, 1, 2, 7, -1, 1}) model.setFile(dataset, file, false);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(model.columnCount(), 7);
    model.setFile(nullptr, 0, false);
    QCOMPARE(model.rowCount(), 0);
}

void TestImport::previewShowsCellsAsWritten() {
    PreviewModel model;
    model.setFile(test::smallDataset(), 1, false);
    const int amount = model.columnOf(QStringLiteral("Amount"));
    QCOMPARE(model.index(3, amount).data().toString(), QStringLiteral("n/a"));
    QCOMPARE(model.index(3, amount).data(Qt::ForegroundRole).value<QColor>(), Tokens::light().errInk);
    QVERIFY(model.index(3, amount).data(Qt::ToolTipRole).toString().contains(u"Row 5"));
    QCOMPARE(model.index(0, amount).data(Qt::TextAlignmentRole).toInt(),
             int(Qt::AlignRight | Qt::AlignVCenter));
    const int date = model.columnOf(QStringLiteral("Close date"));
    QCOMPARE(model.index(0, date).data().toString(), QStringLiteral("12 Mar 2024"));
    QCOMPARE(model.index(5, date).data().toString(), QStringLiteral("empty"));
    const int probability = model.columnOf(QStringLiteral("Probability"));
    QCOMPARE(model.index(5, probability).data().toString(), QStringLiteral("40%"));
    QVERIFY(model.headerData(probability, Qt::Horizontal, PreviewModel::LeftOutRole).toBool());
    QCOMPARE(model.leftOut(), QStringList{QStringLiteral("Probability")});
}

void TestImport::previewOfDoubtfulColumns() {
    PreviewModel model;
    model.setFile(test::smallDataset(), 1, true);
    QCOMPARE(model.doubtful(), 1);
    QCOMPARE(model.columnCount(), 1);
    QCOMPARE(model.info(0).header, QStringLiteral("Amount"));
    QCOMPARE(model.columnOf(QStringLiteral("Deal name")), -1);
}

void TestImport::rejectedRowsOfOneFile() {
    RejectedModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto dataset = test::smallDataset();
    model.setFile(dataset, 1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Row 733"));
    QVERIFY(model.index(1, 1).data().toString().contains(u"footer"));
    model.setFile(dataset, 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestImport::choicesOnlyForColumnsInView() {
    PreviewModel model;
    QTableView view;
    auto* header = new ColumnHeader(&view);
    view.setHorizontalHeader(header);
    view.setModel(&model);
    view.resize(420, 300);
    view.show();
    model.setFile(test::smallDataset(), 1, false);
    header->place();
    QVERIFY(header->choice(0));
    QVERIFY(!header->choice(6));
    QCOMPARE(header->choice(0)->currentText(), QStringLiteral("Deal ID"));
}

void TestImport::choicesSpeak() {
    PreviewModel model;
    QTableView view;
    auto* header = new ColumnHeader(&view);
    view.setHorizontalHeader(header);
    view.setModel(&model);
    view.resize(1400, 300);
    view.show();
    model.setFile(test::smallDataset(), 1, false);
    header->place();
    QSignalSpy mapping(header, &ColumnHeader::mappingChosen);
    QSignalSpy type(header, &ColumnHeader::typeChosen);
    QComboBox* amount = header->choice(model.columnOf(QStringLiteral("Amount")));
    QVERIFY(amount);
    QVERIFY(amount->accessibleName().contains(u"Amount"));
    Q_EMIT amount->activated(amount->findText(QStringLiteral("Left out")));
    QCOMPARE(mapping.size(), 1);
    QCOMPARE(mapping.first().at(0).toString(), QStringLiteral("Amount"));
    QCOMPARE(mapping.first().at(1).toString(), QStringLiteral("ignore"));
    Q_EMIT amount->activated(amount->findText(QStringLiteral("As it is")));
    QCOMPARE(mapping.last().at(1).toString(), QStringLiteral("deal.x_amount"));
    Q_EMIT amount->activated(amount->findText(QStringLiteral("Read as: Number")));
    QCOMPARE(type.size(), 1);
    QCOMPARE(type.first().at(1).value<ColumnType>(), ColumnType::Number);
    QComboBox* left = header->choice(model.columnOf(QStringLiteral("Probability")));
    QCOMPARE(left->currentText(), QStringLiteral("Left out"));
}

void TestImport::emptyPageOffersTheExample() {
    ImportStation station;
    station.resize(1236, 840);
    station.setVisible(true);
    QSignalSpy example(&station, &ImportStation::exampleRequested);
    for (QPushButton* button : station.findChildren<QPushButton*>())
        if (button->text() == u"Try the example" && button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(example.size(), 1);
    QVERIFY(!station.findChild<QPushButton*>(QStringLiteral("use"))->isEnabled());
    test::shoot(station, QStringLiteral("import-empty"));
}

void TestImport::pageOfThreeFiles() {
    ImportStation station;
    station.resize(1236, 840);
    station.setVisible(true);
    station.setDraft(draftOf(test::smallDataset()));
    const auto cards = station.findChildren<FileCard*>();
    QCOMPARE(cards.size(), 3);
    QVERIFY(cards[0]->isChecked());
    QCOMPARE(station.findChild<LinksCard*>()->accessibleName(), QStringLiteral("Deals joined to accounts"));
    QTest::keyClick(cards[2], Qt::Key_Space);
    QCOMPARE(station.findChild<LinksCard*>()->accessibleName(),
             QStringLiteral("Contacts joined to accounts"));
    QTest::keyClick(cards[1], Qt::Key_Space);
    QVERIFY(station.findChild<QPushButton*>(QStringLiteral("use"))->isEnabled());
    auto* table = station.findChild<ColumnHeader*>()->parentWidget();
    QCOMPARE(static_cast<QTableView*>(table)->model()->rowCount(), 8);
}

void TestImport::failureNamesTheFile() {
    ImportStation station;
    station.resize(1236, 840);
    station.setVisible(true);
    auto draft = draftOf(test::smallDataset());
    draft.result.reset();
    draft.reading = true;
    station.setDraft(draft);
    station.showFailure(
        {ErrorCode::InputUnusable, QStringLiteral("contacts.csv is empty. Export it again."), {}});
    QCOMPARE(station.messages()->text(), QStringLiteral("contacts.csv is empty. Export it again."));
    QStringList actions;
    for (QPushButton* button : station.messages()->findChildren<QPushButton*>()) actions << button->text();
    QCOMPARE(actions, QStringList({QStringLiteral("Try again"), QStringLiteral("Leave it out")}));
    test::shoot(station, QStringLiteral("import-failed"));
}

void TestImport::pictures() {
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        ImportStation station;
        station.resize(1236, 840);
        station.setVisible(true);
        station.setDraft(draftOf(test::smallDataset()));
        QTest::mouseClick(station.findChildren<FileCard*>()[1], Qt::LeftButton);
        QVERIFY(station.findChildren<FileCard*>()[1]->isChecked());
        test::shoot(station, dark ? QStringLiteral("import-dark") : QStringLiteral("import"));
    }
    applyTheme(false, 1);
}

QTEST_MAIN(TestImport)
#include "tst_import.moc"
