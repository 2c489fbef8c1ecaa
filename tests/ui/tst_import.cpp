#include "core/import/profiles.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/smalldataset.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/columnverdict.h"
#include "ui/stations/import/filecard.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/import/issuetree.h"
#include "ui/stations/import/linkscard.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/rejectedmodel.h"
#include "ui/stations/import/unlinkedlist.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace icp;
using namespace icp::ui;

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void previewKeepsItsPromises();
    void previewShowsCellsAsWritten();
    void problemsByKind();
    void rejectedRowsOfOneFile();
    void choicesOnlyForColumnsInView();
    void choicesSpeak();
    void emptyPageOffersTheExample();
    void pageOfThreeFiles();
    void failureNamesTheFile();
    void filesOfOneNameAreToldApart();
    void wholeVocabularyIsOffered();
    void linksSayHowAndWhatIsLeft();
    void pictures();
};

static ImportStation::Draft draftOf(const std::shared_ptr<const Dataset>& dataset) {
    ImportStation::Draft draft;
    auto result = std::make_shared<Dataset>(*dataset);
    for (SourceFile& file : result->files) {
        file.path = QStringLiteral("/exports/") + file.name;
        draft.request.files.emplace_back().path = file.path;
    }
    draft.result = result;
    return draft;
}

void TestImport::previewKeepsItsPromises() {
    PreviewModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto dataset = test::smallDataset();
    for (int file : {0, 1, 2, 7, -1, 1}) model.setFile(dataset, file);
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(model.columnCount(), 7);
    model.setFile(nullptr, 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestImport::previewShowsCellsAsWritten() {
    PreviewModel model;
    model.setFile(test::smallDataset(), 1);
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
    const auto dataset = test::smallDataset();
    QCOMPARE(leakingHeaders(*dataset, dataset->files[1]), QStringList{QStringLiteral("Probability")});
}

void TestImport::problemsByKind() {
    auto dataset = std::make_shared<Dataset>(*test::smallDataset());
    const Issue first = dataset->issues.front();
    for (const qint64 row : {6, 9}) {
        Issue more = first;
        more.row = row;
        dataset->issues.push_back(more);
    }
    dataset->issues.push_back({Severity::Note, "placeholder", first.file, 0, "Amount", {}, "Note."});
    dataset->issues.push_back(
        {Severity::Warning, "date-impossible", first.file, 7, "Close date", "31.2.", "No."});
    dataset->issues.push_back(
        {Severity::Warning, "date-impossible", "another.csv", 7, "Close date", {}, "No."});
    IssueTree tree;
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.setFile(dataset, 1);
    QCOMPARE(tree.kinds(), 3);
    QCOMPARE(tree.needsLook(), 2);
    const QModelIndex numbers = tree.index(0, 0);
    QCOMPARE(numbers.data().toString(), QStringLiteral("Not a number"));
    QCOMPARE(numbers.siblingAtColumn(1).data().toString(), QStringLiteral("3"));
    QVERIFY(!tree.issue(numbers));
    QCOMPARE(tree.rowCount(numbers), 3);
    const QModelIndex cell = tree.index(2, 0, numbers);
    QCOMPARE(tree.issue(cell)->row, 9);
    QCOMPARE(cell.data().toString(), QStringLiteral("Amount: n/a"));
    QCOMPARE(tree.index(1, 0).data().toString(), QStringLiteral("No such day"));
    tree.setFile(nullptr, 0);
    QCOMPARE(tree.kinds(), 0);

    PreviewModel model;
    model.setFile(dataset, 1);
    QCOMPARE(model.indexOf(2), 0);
    QCOMPARE(model.indexOf(5), 3);
    QCOMPARE(model.indexOf(733), 7);  // was set aside: what comes before it
    QCOMPARE(model.columnOf(QStringLiteral("Nothing")), -1);
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
    model.setFile(test::smallDataset(), 1);
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
    model.setFile(test::smallDataset(), 1);
    header->place();
    QSignalSpy mapping(header, &ColumnHeader::mappingChosen);
    QSignalSpy use(header, &ColumnHeader::useChosen);
    QSignalSpy panel(header, &ColumnHeader::panelWanted);
    QComboBox* amount = header->choice(model.columnOf(QStringLiteral("Amount")));
    QVERIFY(amount);
    QVERIFY(amount->accessibleName().contains(u"Amount"));
    Q_EMIT amount->activated(amount->findText(QStringLiteral("Left out")));
    QCOMPARE(mapping.size(), 0);  // what it means stays
    QCOMPARE(use.first().at(0).toString(), QStringLiteral("Amount"));
    QCOMPARE(use.first().at(1).value<AttributeUse>(), AttributeUse::LeftOut);
    Q_EMIT amount->activated(amount->findText(QStringLiteral("As it is")));
    QCOMPARE(mapping.last().at(1).toString(), QStringLiteral("deal.x_amount"));
    QToolButton* reading = header->reading(model.columnOf(QStringLiteral("Amount")));
    QVERIFY(reading->accessibleName().contains(u"Amount"));
    reading->setFocus();
    QTest::keyClick(reading, Qt::Key_Space);
    QCOMPARE(panel.size(), 1);
    QCOMPARE(panel.first().at(0).toInt(), model.columnOf(QStringLiteral("Amount")));
    QComboBox* left = header->choice(model.columnOf(QStringLiteral("Probability")));
    QCOMPARE(left->currentText(), QStringLiteral("Left out"));
    Q_EMIT left->activated(left->findText(QStringLiteral("Probability")));
    QCOMPARE(use.last().at(1).value<AttributeUse>(), AttributeUse::Feature);
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
    QCOMPARE(station.findChild<PreviewModel*>()->rowCount(), 8);
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

void TestImport::filesOfOneNameAreToldApart() {
    auto dataset = std::make_shared<Dataset>(*test::smallDataset());
    ImportStation station;
    station.setVisible(true);
    ImportStation::Draft draft;
    for (const QString& folder : {QStringLiteral("2024"), QStringLiteral("2025"), QStringLiteral("2026")}) {
        SourceFile& file = dataset->files[draft.request.files.size()];
        file.name = folder + QStringLiteral("/export.csv");
        file.path = QStringLiteral("/exports/") + file.name;
        draft.request.files.emplace_back().path = file.path;
    }
    std::swap(dataset->files[0], dataset->files[2]);  // the importer has an order of its own
    draft.result = dataset;
    station.setDraft(draft);
    const auto roles = [&] {
        QStringList said;
        for (const FileRequest& file : station.draft().request.files)
            said << (file.role ? entityName(*file.role) : QStringLiteral("-"));
        return said.join(u' ');
    };
    Q_EMIT station.findChildren<FileCard*>()[1]->roleChosen(Entity::Usage);
    QCOMPARE(roles(), QStringLiteral("- usage -"));
    Q_EMIT station.findChildren<FileCard*>()[0]->roleChosen(Entity::Deal);
    QCOMPARE(roles(), QStringLiteral("- usage deals"));

    draft.result.reset();
    draft.reading = true;
    station.setDraft(draft);
    station.showFailure({ErrorCode::InputUnusable, QStringLiteral("2025/export.csv is empty."), {}});
    for (QPushButton* button : station.messages()->findChildren<QPushButton*>())
        if (button->text() == u"Leave it out") button->click();
    QCOMPARE(station.draft().request.files.size(), std::size_t(2));
    QCOMPARE(station.draft().request.files[1].path, QStringLiteral("/exports/2026/export.csv"));
}

void TestImport::wholeVocabularyIsOffered() {
    const auto profiles = loadProfiles();
    QVERIFY(profiles);
    std::size_t offered = 0;
    for (const Entity entity : entities) {
        for (const KnownAttribute& known : knownAttributes(entity)) {
            QVERIFY(profiles->find(known.name));
            QVERIFY2(!known.label.isEmpty() && !known.label.contains(u'_'), qPrintable(known.name));
            ++offered;
        }
    }
    QCOMPARE(offered, profiles->attributes.size());
    const auto label = [](Entity entity, const QString& name) {
        for (const KnownAttribute& known : knownAttributes(entity))
            if (known.name == name) return known.label;
        return QString();
    };
    QCOMPARE(label(Entity::Account, QStringLiteral("account.name")), QStringLiteral("Company name"));
    QCOMPARE(label(Entity::Account, QStringLiteral("account.lifecycle")), QStringLiteral("Lifecycle stage"));
    for (const VendorProfile& vendor : profiles->vendors)
        QVERIFY2(!vendorTitle(vendor.name).isEmpty(), qPrintable(vendor.name));
    QCOMPARE(vendorTitle(QStringLiteral("apollo")), QStringLiteral("Apollo"));
    QVERIFY(vendorTitle(QStringLiteral("generic")).isEmpty());
}

void TestImport::linksSayHowAndWhatIsLeft() {
    Links links;
    links.account = {0, 1, 1, noRow, noRow, noRow, noRow};
    links.byId = 2;
    LinksCard card;
    card.setVisible(true);
    const auto says = [&](const QString& text) {
        for (const QWidget* part : card.findChildren<QWidget*>())
            if (part->accessibleName().contains(text)) return true;
        return false;
    };
    auto* show = card.findChild<QPushButton*>(QStringLiteral("showUnlinked"));
    card.setLinks(Entity::Deal, links);
    QVERIFY(says(QStringLiteral("Account ID 2")) && !says(QStringLiteral("Confirmed")));
    QVERIFY(!show->isVisible());

    links.byChoice = 1;
    links.unlinked = {{QStringLiteral("Esker\tGroup"), QStringLiteral("Company"), 2, 0},
                      {QStringLiteral("Moss"), QStringLiteral("Company"), 1, 3}};
    links.nameless = 1;
    card.setLinks(Entity::Deal, links);
    QVERIFY(says(QStringLiteral("Confirmed 1")));
    QCOMPARE(show->text(), QStringLiteral("Show 4"));
    auto* confirm = card.findChild<QPushButton*>(QStringLiteral("confirmSimilar"));
    QVERIFY(!confirm->isVisible());
    card.setSimilar(2, 3);
    QVERIFY(says(QStringLiteral("Similar name 3")) && says(QStringLiteral("No match 1")));
    QSignalSpy wanted(&card, &LinksCard::confirmWanted);
    QTest::mouseClick(confirm, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    UnlinkedModel model(links);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.copied({1}), QStringLiteral("In the file\tColumn\tRows\tWhy\n"
                                               "Moss\tCompany\t1\t3 accounts share it\n"));

    show->click();
    auto* dialog = card.findChild<QDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QPushButton*>(QStringLiteral("copyList"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("In the file\tColumn\tRows\tWhy\n"
                            "Esker Group\tCompany\t2\tNo account is known by it\n"
                            "Moss\tCompany\t1\t3 accounts share it\n"
                            "\t\t1\tThese rows name no account\n"));
    auto* list = dialog->findChild<QTableView*>();
    list->selectRow(0);
    QTest::keySequence(list, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
    test::shoot(*dialog, QStringLiteral("import-unlinked"));
}

void TestImport::pictures() {
    auto dataset = std::make_shared<Dataset>(*test::smallDataset());
    for (SourceFile& file : dataset->files) {
        file.rows = 1221046;
        file.columns = 161;
    }
    dataset->deals.links.byChoice = 1;
    dataset->deals.links.unlinked = {{QStringLiteral("Halden Spedition"), QStringLiteral("Company"), 2, 0}};
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        ImportStation station;
        station.resize(1236, 840);
        station.setVisible(true);
        station.setDraft(draftOf(dataset));
        QTest::mouseClick(station.findChildren<FileCard*>()[1], Qt::LeftButton);
        QVERIFY(station.findChildren<FileCard*>()[1]->isChecked());
        QCoreApplication::processEvents();
        auto* links = station.findChild<LinksCard*>();
        QVERIFY2(links->height() >= links->sizeHint().height(), "nothing in the card overlaps");
        test::shoot(station, dark ? QStringLiteral("import-dark") : QStringLiteral("import"));
    }
    applyTheme(false, 1);
}

QTEST_MAIN(TestImport)
#include "tst_import.moc"
