#include "ui/stations/import/previewcard.h"

#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/columnpanel.h"
#include "ui/stations/import/columnspage.h"
#include "ui/stations/import/columnverdict.h"
#include "ui/stations/import/firstlook.h"
#include "ui/stations/import/issuetree.h"
#include "ui/stations/import/leakbar.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/previewtable.h"
#include "ui/stations/import/proposalspage.h"
#include "ui/stations/import/trees.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
enum Page { RowsPage, ColumnsPageIndex, ConfirmPage, FirstPage };
constexpr int issuesWidth = 280;
}  // namespace

PreviewCard::PreviewCard(QWidget* parent)
    : Card(tr("Rows"), parent),
      m_switch(new SegmentedSwitch({tr("Rows"), tr("Needs a look"), tr("Columns"), tr("Confirm")})),
      m_leakRow(new QWidget),
      m_leaks(new LeakBar),
      m_nothingRow(new QWidget),
      m_nothing(new WrapText(Type::Body)),
      m_pages(new QStackedWidget),
      m_model(new PreviewModel(this)),
      m_first(new FirstRows(this)),
      m_issues(new IssueTree(this)),
      m_columns(new ColumnsPage),
      m_proposals(new ProposalsPage) {
    m_switch->setObjectName(QStringLiteral("views"));
    addTool(m_switch);
    auto* leakRow = new QVBoxLayout(m_leakRow);
    leakRow->setContentsMargins(px(14), px(10), px(14), px(10));
    leakRow->addWidget(m_leaks);
    m_leakRow->hide();
    m_firstTable = makePreviewTable(*m_first, tr("First rows of the file, as written"));
    m_firstTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_firstTable->horizontalHeader()->setDefaultSectionSize(px(150));
    m_pages->addWidget(makeRows());
    m_pages->addWidget(m_columns);
    m_pages->addWidget(m_proposals);
    m_pages->addWidget(m_firstTable);
    body()->setContentsMargins(0, 0, 0, px(8));
    body()->setSpacing(0);
    body()->addWidget(m_leakRow);
    m_nothing->setInk(&Tokens::ink2);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    auto* nothing = new QHBoxLayout(m_nothingRow);
    nothing->setContentsMargins(px(14), px(12), px(14), px(4));
    nothing->addWidget(m_nothing);
    body()->addWidget(m_nothingRow);
    body()->addWidget(m_pages, 1);

    connect(m_switch, &SegmentedSwitch::currentChanged, this, [this](int view) { show(View(view)); });
    connect(m_leaks, &LeakBar::takenBack, this,
            [this](const QString& header) { Q_EMIT useChosen({header}, AttributeUse::Feature); });
    connect(m_leaks, &LeakBar::moreWanted, this, [this] {
        m_switch->setCurrent(Columns);
        m_columns->showVerdict(QStringLiteral("leak"));
    });
    connect(m_columns, &ColumnsPage::useChosen, this, &PreviewCard::useChosen);
    connect(m_columns, &ColumnsPage::activated, this, [this](const QString& header) {
        m_switch->setCurrent(Rows);
        showRow(0, header);
    });
    connect(m_proposals, &ProposalsPage::accepted, this, &PreviewCard::accepted);
    connect(m_proposals, &ProposalsPage::declined, this, &PreviewCard::declined);
    connect(m_proposals, &ProposalsPage::takenBack, this, &PreviewCard::takenBack);
    connect(m_proposals, &ProposalsPage::askedAgain, this, &PreviewCard::askedAgain);
    clear();
}

QWidget* PreviewCard::makeRows() {
    m_table = makePreviewTable(*m_model, tr("Rows of the file"));
    m_header = new ColumnHeader(m_table);
    m_table->setHorizontalHeader(m_header);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &ColumnHeader::place);
    connect(m_header, &ColumnHeader::mappingChosen, this, &PreviewCard::mappingChosen);
    connect(m_header, &ColumnHeader::useChosen, this,
            [this](const QString& header, AttributeUse use) { Q_EMIT useChosen({header}, use); });
    connect(m_header, &ColumnHeader::panelWanted, this, &PreviewCard::openPanel);

    m_issueTree = makeTree(*m_issues, tr("What needs a look"));
    m_issueTree->setObjectName(QStringLiteral("issues"));
    m_issueTree->header()->setStretchLastSection(false);
    m_issueTree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_issueTree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_issueTree->hide();
    const auto jump = [this](const QModelIndex& index) {
        if (const Issue* issue = m_issues->issue(index)) showRow(issue->row, issue->column);
    };
    connect(m_issueTree->selectionModel(), &QItemSelectionModel::currentChanged, this, jump);
    connect(m_issueTree, &QTreeView::clicked, this, [this, jump](const QModelIndex& index) {
        if (!m_issues->issue(index)) m_issueTree->setExpanded(index.siblingAtColumn(0), true);
        jump(index);
    });

    auto* rows = new QSplitter;
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_issueTree);
    rows->addWidget(m_table);
    rows->setStretchFactor(1, 1);
    rows->setSizes({px(issuesWidth), px(600)});
    return rows;
}

void PreviewCard::setFile(std::shared_ptr<const Dataset> dataset, int file, const Reading& reading) {
    const bool same = file == m_file && m_dataset && m_pages->currentIndex() != FirstPage &&
                      std::size_t(file) < m_dataset->files.size() &&
                      m_dataset->files[std::size_t(file)].name == dataset->files[std::size_t(file)].name;
    const int across = m_table->horizontalScrollBar()->value();
    const int down = m_table->verticalScrollBar()->value();
    m_dataset = std::move(dataset);
    m_file = file;
    m_reading = reading;
    const SourceFile& source = m_dataset->files[std::size_t(file)];
    setTitle(tr("%1: rows").arg(entityTitle(source.role)));
    setNote(tr("%1 of %2 columns used").arg(source.columnsUsed).arg(source.columns));
    m_header->setEditable(reading.readable, reading.why);
    m_model->setFile(m_dataset, file);
    m_issues->setFile(m_dataset, file);
    if (m_issues->kinds() <= 6) expandSmall(*m_issueTree);
    m_columns->setFile(m_dataset, file);
    m_leaks->setHeaders(leakingHeaders(*m_dataset, source));
    m_switch->show();
    fitColumns();
    setCounts();
    show(View(m_switch->current()));
    if (!same) return;
    m_table->horizontalScrollBar()->setValue(across);
    m_table->verticalScrollBar()->setValue(down);
    m_header->place();
}

void PreviewCard::setFirstLook(const FirstLook& look, bool reading) {
    m_first->setLook(look);
    m_nothingRow->hide();
    setTitle(tr("First rows"));
    setNote(reading ? tr("As written; still reading") : tr("As written; not used"));
    m_switch->hide();
    m_leakRow->hide();
    m_pages->setCurrentIndex(FirstPage);
    m_pages->show();
}

void PreviewCard::clear(const QString& why) {
    m_nothing->setText(why);
    m_nothingRow->setVisible(!why.isEmpty());
    setTitle(tr("Rows"));
    setNote({});
    m_switch->hide();
    m_leakRow->hide();
    m_pages->hide();
}

void PreviewCard::show(View view) {
    m_nothingRow->hide();
    m_pages->show();
    m_issueTree->setVisible(view == NeedsLook);
    m_pages->setCurrentIndex(view == Columns ? ColumnsPageIndex : view == Confirm ? ConfirmPage : RowsPage);
    m_leakRow->setVisible(view == Rows && m_leaks->isVisibleTo(m_leakRow));
}

void PreviewCard::setProposals(std::shared_ptr<const Proposals> proposals, const Decisions& decided,
                               const Decisions& declined) {
    m_proposals->setProposals(m_dataset, std::move(proposals), decided, declined);
    setCounts();
}

void PreviewCard::setCounts() {
    const auto counted = [](const QString& word, int count) {
        return count > 0 ? tr("%1 %2").arg(word, QLocale().toString(count)) : word;
    };
    m_switch->setText(NeedsLook, counted(tr("Needs a look"), m_issues->needsLook()));
    m_switch->setText(Confirm, counted(tr("Confirm"), m_proposals->count()));
}

void PreviewCard::showProposals() {
    m_switch->setCurrent(Confirm);
    m_proposals->choose(ProposalList::Kind::Account);
}

int PreviewCard::proposals() const { return m_proposals->count(); }

void PreviewCard::showRow(qint64 fileRow, const QString& header) {
    if (m_switch->current() != NeedsLook) m_switch->setCurrent(Rows);
    const int row = fileRow > 0 ? m_model->indexOf(fileRow) : m_table->rowAt(0);
    const int known = header.isEmpty() ? -1 : m_model->columnOf(header);
    const int column = known >= 0 ? known : qMax(0, m_table->currentIndex().column());
    const QModelIndex cell = m_model->index(row, column);
    if (!cell.isValid()) return;
    m_table->setCurrentIndex(cell);
    m_table->scrollTo(cell, QAbstractItemView::PositionAtCenter);
    // Once more when the table has the size that another view leaves it.
    QMetaObject::invokeMethod(
        this, [this, cell = QPersistentModelIndex(cell)] { m_table->scrollTo(cell); }, Qt::QueuedConnection);
}

void PreviewCard::openPanel(int section, const QPoint& corner) {
    const ColumnInfo& info = m_model->info(section);
    ColumnPanel::Subject subject;
    subject.info = info;
    subject.reason = m_model->headerData(section, Qt::Horizontal, PreviewModel::ReasonRole).toString();
    subject.leftOut = m_model->headerData(section, Qt::Horizontal, PreviewModel::LeftOutRole).toBool();
    subject.wish = m_reading.wishes.value(info.header);
    subject.decided = m_reading.decided.contains(info.header);
    if (m_reading.earlier.contains(info.header)) subject.remembered = m_reading.remembered;
    subject.readable = m_reading.readable;
    subject.why = m_reading.why;
    auto* panel = new ColumnPanel(subject, this);
    connect(panel, &ColumnPanel::wished, this, &PreviewCard::wished);
    connect(panel, &ColumnPanel::resetWanted, this, &PreviewCard::resetWanted);
    connect(panel, &ColumnPanel::useChosen, this,
            [this](const QString& header, AttributeUse use) { Q_EMIT useChosen({header}, use); });
    panel->openAt(corner);
}

void PreviewCard::fitColumns() { fitPreviewColumns(*m_model, *m_header); }

}  // namespace icp::ui
