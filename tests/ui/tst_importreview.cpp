#include "tests/support/ui/importcase.h"
#include "tests/support/ui/screenshot.h"
#include "ui/stations/import/changescard.h"
#include "ui/stations/import/columnlist.h"
#include "ui/stations/import/leakbar.h"
#include "ui/stations/import/outcomecard.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/proposallist.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>

using namespace icp;
using namespace icp::ui;

/// What a user decides of the data on the import page: everything by real events, everything undone again.
class TestImportReview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void proposalsKeepTheirPromises();
    void proposalsAreAccepted();
    void proposalsAreDeclined();
    void leaksAreTakenBack();
    void columnsAreLeftOutTogether();
    void outcomeWordsMove();
    void anotherExportIsCompared();
    void oldColumnsSayHowMuchHolds();
};

static AttributeUse useOf(const Dataset& dataset, const char* name) {
    const Attribute* attribute = dataset.find(QString::fromLatin1(name));
    return attribute ? attribute->use : AttributeUse::LeftOut;
}

void TestImportReview::proposalsKeepTheirPromises() {
    auto made = std::make_shared<Proposals>();
    Proposals& proposals = *made;
    proposals.levels.push_back(
        {{"account.industry", "Technolgoy", "Technology"}, LevelProposal::Reason::Typo, 1, 27});
    proposals.levels.push_back(
        {{"account.industry", "retail", "Retail"}, LevelProposal::Reason::Spelling, 2, 27});
    proposals.missing.push_back({{"account.employees", "999999"}, 4});
    ProposalList list;
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto dataset = std::make_shared<Dataset>();
    SourceFile firms;
    firms.name = QStringLiteral("firms.csv");
    firms.columnInfo.emplace_back().attribute = QStringLiteral("account.industry");
    dataset->files = {firms};
    list.setProposals(dataset, made);
    QCOMPARE(list.count(), 3);
    QVERIFY(!list.indexOf(ProposalList::Kind::Twins).isValid());
    const QModelIndex spellings = list.indexOf(ProposalList::Kind::Spelling);
    QCOMPARE(list.rowCount(spellings), 2);
    QCOMPARE(list.data(list.index(0, 1, spellings), Qt::DisplayRole).toString(), QStringLiteral("firms.csv"));
    const QModelIndex empty = list.indexOf(ProposalList::Kind::NoValue);
    QCOMPARE(list.data(list.index(0, 1, empty), Qt::DisplayRole).toString(), QString());
    // A kind stands for all of it, and nothing counts twice.
    const QModelIndexList chosen{spellings, list.index(1, 0, spellings)};
    QCOMPARE(list.count(chosen), 2);
    QCOMPARE(list.chosen(chosen).levels.size(), std::size_t(2));
    QVERIFY(list.chosen(chosen).missing.empty());
    QCOMPARE(list.chosen({list.index(0, 0, spellings)}).levels.front(), proposals.levels.front().decision);
    QVERIFY(!list.explanation(spellings).isEmpty());
    list.setProposals(nullptr, nullptr);
    QCOMPARE(list.count(), 0);
}

void TestImportReview::proposalsAreAccepted() {
    test::ImportCase page;
    page.writeExports();
    Document& document = page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("deals.csv"));
    const qint64 before = page.result().deals.links.unmatched();
    QVERIFY(before > 0);
    auto& confirm = page.part<QPushButton>("confirmSimilar");
    QVERIFY(confirm.isVisible());
    QTest::mouseClick(&confirm, Qt::LeftButton);
    auto& tree = page.part<QTreeView>("proposals");
    QVERIFY(tree.isVisible());
    auto& list = page.part<ProposalList>();
    const int waiting = list.count();
    QVERIFY(list.count(ProposalList::Kind::Account) > 0);
    QVERIFY(document.workshop().decisions.empty());  // nothing holds before it is accepted
    test::shoot(page.station(), QStringLiteral("import-confirm"));

    QTest::keyClick(&tree, Qt::Key_A);
    page.settle();
    QVERIFY(!document.workshop().decisions.links.empty());
    QVERIFY(page.result().deals.links.unmatched() < before);
    QVERIFY(list.count() < waiting);
    // It stands below what is proposed, and can be taken back from there, whatever was done since.
    QCOMPARE(list.count(ProposalList::Kind::Decided), 1);
    const QModelIndex accepted = list.indexOf(ProposalList::Kind::Decided);
    const QModelIndex one = list.index(0, 0, accepted);
    QVERIFY2(one.data().toString().contains(u"Halden Spedition"), qPrintable(one.data().toString()));
    tree.setCurrentIndex(one);
    QVERIFY(page.part<QPushButton>("takeBack").isVisible() && !page.part<QPushButton>("accept").isVisible());
    test::shoot(page.station(), QStringLiteral("import-accepted"));
    QTest::keyClick(&tree, Qt::Key_X);
    page.settle();
    QVERIFY(document.workshop().decisions.empty());
    QCOMPARE(page.result().deals.links.unmatched(), before);
    QCOMPARE(list.count(), waiting);
    document.undo();
    page.settle();
    QVERIFY(page.result().deals.links.unmatched() < before);
    document.undo();
    page.settle();
    QVERIFY(document.workshop().decisions.empty());
    QCOMPARE(page.result().deals.links.unmatched(), before);
    QCOMPARE(list.count(), waiting);
    document.redo();
    page.settle();
    QVERIFY(page.result().deals.links.unmatched() < before);
}

void TestImportReview::proposalsAreDeclined() {
    test::ImportCase page;
    page.writeExports();
    Document& document = page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.view(3);
    auto& tree = page.part<QTreeView>("proposals");
    auto& list = page.part<ProposalList>();
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();
    const int waiting = list.count();
    const auto before = document.sharedDataset();
    QSignalSpy changed(&document, &Document::datasetChanged);
    QSignalSpy analysed(&document, &Document::findingsChanged);
    const QModelIndex spellings = list.indexOf(ProposalList::Kind::Spelling);
    QVERIFY2(spellings.isValid(), "the slip in Industry is proposed");
    tree.setCurrentIndex(list.index(0, 0, spellings));
    auto& decline = page.part<QPushButton>("decline");
    QVERIFY(decline.isEnabled());
    QTest::mouseClick(&decline, Qt::LeftButton);
    page.settle();
    QCOMPARE(list.count(), waiting - 1);
    QVERIFY(document.workshop().decisions.empty());  // the data stay as they are
    QCOMPARE(document.workshop().decisions.declined.size(), std::size_t(1));
    // It stands below, and can be asked for again even where it is no longer the last step.
    const QString slip =
        list.data(list.index(0, 0, list.indexOf(ProposalList::Kind::Declined)), Qt::DisplayRole).toString();
    QVERIFY2(slip.contains(u"Technolgoy"), qPrintable(slip));
    tree.setCurrentIndex(list.index(0, 0, list.indexOf(ProposalList::Kind::Declined)));
    auto& again = page.part<QPushButton>("askAgain");
    QVERIFY(again.isVisible() && !page.part<QPushButton>("accept").isVisible());
    test::shoot(page.station(), QStringLiteral("import-declined"));
    QTest::mouseClick(&again, Qt::LeftButton);
    page.settle();
    QCOMPARE(list.count(), waiting);
    QVERIFY(document.workshop().decisions.declined.empty());
    QVERIFY(!list.indexOf(ProposalList::Kind::Declined).isValid());
    document.undo();
    page.settle();
    QCOMPARE(list.count(), waiting - 1);
    document.undo();
    page.settle();
    QCOMPARE(list.count(), waiting);
    // Nothing of it is a reason to look at the data again.
    QCOMPARE(document.sharedDataset(), before);
    QVERIFY(changed.isEmpty() && analysed.isEmpty());
}

void TestImportReview::oldColumnsSayHowMuchHolds() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv"});
    auto data = std::make_shared<Dataset>(page.result());
    PreviewModel model;
    const auto words = [&](double valid) {
        data->files[0].columnInfo[1].valid = valid;
        model.setFile(data, 0);
        return model.headerData(1, Qt::Horizontal, PreviewModel::TypeRole).toString();
    };
    QCOMPARE(words(-1), QStringLiteral("Text"));
    QCOMPARE(words(0.99), QStringLiteral("Text"));
    QCOMPARE(words(0.437), QStringLiteral("Text, 43% up to date"));
}

void TestImportReview::leaksAreTakenBack() {
    test::ImportCase page;
    page.writeExports();
    Document& document = page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("deals.csv"));
    QCOMPARE(useOf(page.result(), "deal.probability"), AttributeUse::LeftOut);
    auto& leaks = page.part<LeakBar>();
    QVERIFY(leaks.isVisible());
    Chip* probability = nullptr;
    for (Chip* chip : leaks.findChildren<Chip*>())
        if (chip->text() == u"Probability") probability = chip;
    QVERIFY(probability);
    QTest::mouseClick(probability, Qt::LeftButton);
    page.settle();
    QCOMPARE(useOf(page.result(), "deal.probability"), AttributeUse::Feature);
    for (const Chip* chip : leaks.findChildren<Chip*>())
        QVERIFY(!chip->isVisible() || chip->text() != u"Probability");
    document.undo();
    page.settle();
    QCOMPARE(useOf(page.result(), "deal.probability"), AttributeUse::LeftOut);
}

void TestImportReview::columnsAreLeftOutTogether() {
    test::ImportCase page;
    page.writeExports();
    Document& document = page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("accounts.csv"));
    page.view(2);
    auto& table = page.part<QTableView>("columns");
    QVERIFY(table.isVisible());
    const int all = table.model()->rowCount();
    QCOMPARE(all, 6);
    // Nothing in the accounts tells a day, and the reasons get the room.
    QVERIFY(table.isColumnHidden(ColumnList::Holds) && !table.isColumnHidden(ColumnList::Empty));
    auto& verdict = page.part<QComboBox>("verdict");
    QTest::keyClicks(&verdict, QStringLiteral("Useful"));
    QVERIFY(table.model()->rowCount() > 0 && table.model()->rowCount() < all);
    const int useful = table.model()->rowCount();
    table.setFocus();
    QTest::keySequence(&table, QKeySequence::SelectAll);
    auto& leave = page.part<QPushButton>("leaveColumns");
    QVERIFY(leave.isEnabled());
    QTest::mouseClick(&leave, Qt::LeftButton);
    page.settle();
    QCOMPARE(document.workshop().decisions.uses.size(), std::size_t(useful));
    QCOMPARE(useOf(page.result(), "account.industry"), AttributeUse::LeftOut);
    document.undo();
    page.settle();
    QCOMPARE(useOf(page.result(), "account.industry"), AttributeUse::Feature);
    verdict.setCurrentIndex(0);
    auto& find = page.part<QLineEdit>("find");
    page.station().find();
    QTest::keyClicks(&find, QStringLiteral("indus"));
    QCOMPARE(table.model()->rowCount(), 1);
    test::shoot(page.station(), QStringLiteral("import-columns"));
}

void TestImportReview::outcomeWordsMove() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("deals.csv"));
    const auto wonDeals = [&] {
        const auto& states = page.result().dealState;
        return std::count(states.begin(), states.end(), DealState::Won);
    };
    const auto before = wonDeals();
    auto& card = page.part<OutcomeCard>();
    QVERIFY(card.isVisible());
    QComboBox* proposal = nullptr;
    for (QComboBox* box : card.findChildren<QComboBox*>())
        if (box->accessibleName().contains(u"Proposal")) proposal = box;
    QVERIFY(proposal && proposal->isEnabled());
    QCOMPARE(proposal->currentText(), QStringLiteral("Open"));
    proposal->setFocus();
    QTest::keyClick(proposal, Qt::Key_Home);
    QCOMPARE(page.station().draft().request.outcome->won.size(), 2);
    page.settle();
    QVERIFY(wonDeals() > before);
    QVERIFY(page.station().draft().request.outcome->lost.contains(QStringLiteral("Closed lost")));
    QPushButton* back = nullptr;
    for (QPushButton* button : page.station().findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == u"Undo change") back = button;
    QVERIFY(back);
    QTest::mouseClick(back, Qt::LeftButton);
    page.settle();
    QCOMPARE(wonDeals(), before);
    QVERIFY(!page.station().draft().request.outcome);
}

void TestImportReview::anotherExportIsCompared() {
    test::ImportCase page;
    page.writeExports();
    Document& document = page.open();
    page.read({"accounts.csv", "deals.csv"});
    QVERIFY(!page.part<ChangesCard>().isVisible());  // nothing to compare with
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();
    QCOMPARE(document.dataset().accounts.rows(), std::size_t(80));
    QVERIFY(!page.part<ChangesCard>().isVisible());

    QByteArray next = page.accounts();
    next.replace("5101,Bexley Foods,firm1.example,Logistics", "5101,Bexley Foods,firm1.example,Retail");
    next.replace("5102,Calder Wholesale", "6102,Dunmore Paper");
    next.replace("firm2.example", "dunmore.example");
    page.write(QStringLiteral("next.csv"), next);
    page.write(QStringLiteral("deals2.csv"), page.deals());
    page.read({"next.csv", "deals2.csv"});
    auto& card = page.part<ChangesCard>();
    QVERIFY(card.isVisible());
    test::shoot(page.station(), QStringLiteral("import-changes"));
    QTest::mouseClick(&page.part<QPushButton>("showChanges"), Qt::LeftButton);
    auto* dialog = page.station().window()->findChild<QDialog*>(QStringLiteral("changesDialog"));
    QVERIFY(dialog && dialog->isVisible());
    const QAbstractItemModel* list = dialog->findChild<QTreeView*>()->model();
    QStringList said;
    for (int i = 0; i < list->rowCount(list->index(0, 0)); ++i)
        said << list->index(i, 0, list->index(0, 0)).data().toString();
    QVERIFY2(said.contains(QStringLiteral("New: 1")) && said.contains(QStringLiteral("Gone: 1")),
             qPrintable(said.join(u'|')));
    QVERIFY2(said.contains(QStringLiteral("Changed: 1")), qPrintable(said.join(u'|')));
    test::shoot(*dialog, QStringLiteral("import-changes-list"));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

QTEST_MAIN(TestImportReview)
#include "tst_importreview.moc"
