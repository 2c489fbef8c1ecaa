#include "ui/stations/segments/segmentsstation.h"

#include "ui/charts/words.h"
#include "ui/document/document.h"
#include "ui/models/accountfacts.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/adopt.h"
#include "ui/stations/scoperow.h"
#include "ui/stations/segments/exclusionscard.h"
#include "ui/stations/segments/segmentcheck.h"
#include "ui/stations/segments/segmentdelegate.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QHeaderView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int sideWidth = 330;
constexpr int checkWidth = 300;
constexpr int roomyWindow = 1360;
constexpr int deepest = 3;
}  // namespace

SegmentsStation::SegmentsStation(QWidget* parent)
    : Station(Id::Segments, tr("Segments"), tr("Which combinations win, and what to leave alone"), parent),
      m_pages(new QStackedWidget),
      m_nothing(
          new EmptyState(QStringLiteral("segments"), tr("No segments yet"),
                         tr("Segments combine what sets your wins apart. Import accounts and deals first."))),
      m_page(new QWidget),
      m_scope(new ScopeRow),
      m_tabs(new SegmentedSwitch({tr("Combinations"), tr("Consider excluding")})),
      m_columns(new QSplitter),
      m_left(new QWidget),
      m_tableCard(new Card(tr("Combinations that stand out"))),
      m_depth(new QComboBox),
      m_model(new SegmentTableModel(this)),
      m_delegate(new SegmentDelegate(m_model, this)),
      m_view(new QTableView),
      m_hint(new Text({}, int(Type::Body), Text::Ink::Second)),
      m_below(new QWidget),
      m_accounts(new AccountsPanel),
      m_check(new SegmentCheck),
      m_exclusions(new ExclusionsCard),
      m_facts(std::make_shared<const AccountFacts>()) {
    build();
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == SegmentTableModel::Conditions) fitRows();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SegmentsStation::showSegment);
    connect(m_accounts, &AccountsPanel::addRequested, this, &SegmentsStation::addSegment);
    connect(m_exclusions, &ExclusionsCard::excludeRequested, this,
            [this](const Exclusion& exclusion) { exclude(*document(), *messages(), exclusion); });
    connect(m_depth, &QComboBox::activated, this, [this](int index) { setDepth(index + 1); });
    connect(m_tabs, &SegmentedSwitch::currentChanged, this, &SegmentsStation::arrange);
    const auto key = [this](Qt::Key k, auto call) {
        new QShortcut(QKeySequence(k), this, this, call, Qt::WidgetWithChildrenShortcut);
    };
    key(Qt::Key_A, [this] { addSegment(); });
    key(Qt::Key_X, [this] { excludeCurrent(); });
}

void SegmentsStation::build() {
    QPushButton* next = primaryButton(tr("ICP"), QStringLiteral("right"));
    next->setLayoutDirection(Qt::RightToLeft);
    next->setToolTip(tr("Go on to the ICP"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Icp); });
    addTool(m_tabs);
    addTool(next);
    m_nothing->addPrimary(tr("Go to Import"), QStringLiteral("import"), [this] { Q_EMIT goTo(Id::Import); });
    m_nothing->addSecondary(tr("Try the example"), [this] { Q_EMIT goTo(Id::Start); });

    auto* rows = new QVBoxLayout(m_page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(px(12));
    rows->addWidget(m_scope);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(px(16));
    left->addWidget(buildTable(), 11);
    auto* below = new QHBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(px(16));
    m_accounts->settle();
    below->addWidget(m_accounts, 1);
    m_check->setFixedWidth(px(checkWidth));
    below->addWidget(m_check);
    left->addWidget(m_below, 9);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(px(16));
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_exclusions);
    m_columns->setStretchFactor(0, 1);
    rows->addWidget(m_columns, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_page);
    content()->addWidget(m_pages, 1);
}

QWidget* SegmentsStation::buildTable() {
    m_depth->addItems({tr("1 condition"), tr("Up to 2 conditions"), tr("Up to 3 conditions")});
    m_depth->setAccessibleName(tr("Conditions in a combination"));
    m_depth->setProperty("small", true);
    m_tableCard->setNote(tr("sorted by the low end of the range"));
    m_tableCard->addTool(m_depth);
    m_tableCard->body()->setContentsMargins(1, 0, 1, px(6));

    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setAccessibleName(tr("Combinations that stand out"));
    m_view->setToolTip(tr("Add the chosen one to the ICP (A)"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = m_view->horizontalHeader();
    settleHead(*head);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(SegmentTableModel::Conditions, QHeaderView::Stretch);
    m_tableCard->body()->addWidget(m_view, 1);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(px(24), px(24), px(24), px(24));
    m_tableCard->body()->addWidget(m_hint, 1);
    return m_tableCard;
}

void SegmentsStation::setDocument(Document* document) {
    if (this->document() != nullptr) this->document()->disconnect(this);
    Station::setDocument(document);
    m_scope->setDocument(document);
    messages()->clear();
    if (document == nullptr) {
        m_pages->setCurrentWidget(m_nothing);
        m_tabs->hide();
        return;
    }
    connect(document, &Document::datasetChanged, this, &SegmentsStation::showDataset);
    connect(document, &Document::workshopChanged, this, &SegmentsStation::gatherFacts);
    connect(document, &Document::findingsChanged, this, &SegmentsStation::showFindings);
    showDataset();
    showFindings(document->stage());
}

void SegmentsStation::showDataset() {
    const bool imported = document()->dataset().accounts.rows() > 0;
    m_pages->setCurrentWidget(imported ? m_page : static_cast<QWidget*>(m_nothing));
    arrange();
}

/// Again only when the data are others, or names are hidden or shown.
void SegmentsStation::gatherFacts() {
    if (!isVisible()) return;
    const bool hidden = document()->workshop().settings.hideNames;
    if (&m_facts->dataset() == &document()->dataset() && m_facts->hidesNames() == hidden) return;
    m_facts = std::make_shared<const AccountFacts>(document()->sharedDataset(), hidden);
    showSegment();
}

void SegmentsStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    if (m_stale && document() != nullptr) showFindings(document()->stage());
}

void SegmentsStation::showFindings(Stage stage) {
    m_stale = !isVisible();
    if (m_stale) return;  // a page that nobody sees costs nothing; showEvent() makes up for it
    gatherFacts();
    const Findings& findings = document()->findings();
    const bool complete = stage >= Stage::Segments || !document()->analysing();
    const int row = m_view->currentIndex().row();
    m_model->setFindings(findings);
    m_exclusions->setFindings(findings, m_model->maximum(), complete);
    m_depth->setCurrentIndex(std::clamp(findings.study.depth, 1, deepest) - 1);
    const bool any = m_model->rowCount() > 0;
    m_view->setVisible(any);
    m_hint->setVisible(!any);
    m_below->setVisible(any);
    if (!complete) {
        m_hint->setText(tr("Looking for combinations…"));
    } else if (findings.mode != Mode::Full) {
        const Words words(findings.study);
        m_hint->setText(tr("Too little data for combinations: %1. At least %2 won and %2 lost are needed.")
                            .arg(words.scope(findings.base))
                            .arg(findings.study.minWon));
    } else {
        m_hint->setText(
            tr("No combination stands out from the average. That is an answer too: look at single "
               "attributes in Patterns, or collect more deals."));
    }
    fitRows();
    if (any) m_view->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
    showSegment();
}

void SegmentsStation::showSegment() {
    const int row = m_view->currentIndex().row();
    const Segment* segment = m_model->segment(row);
    if (segment == nullptr || document() == nullptr) return;
    const Findings& findings = m_model->findings();
    const Words words(findings.study);
    const Bitmap units = unitsMeeting(document()->dataset(), findings.study, segment->conditions);
    const QString numbers =
        QStringLiteral("%1, %2").arg(words.ratio(segment->rate), words.range(segment->rate));
    m_accounts->showAccounts(
        tr("Companies of segment %1").arg(row + 1),
        QStringLiteral("%1: %2").arg(segment->labels.join(QStringLiteral(", ")), numbers), m_facts,
        accountsOf(document()->dataset(), findings.study.unit, units));
    m_check->showSegment(*segment, findings);
}

void SegmentsStation::addSegment() {
    const Segment* segment = m_model->segment(m_view->currentIndex().row());
    if (segment != nullptr) addToIcp(*document(), *messages(), *segment);
}

void SegmentsStation::excludeCurrent() {
    if (const Exclusion* exclusion = m_exclusions->current()) exclude(*document(), *messages(), *exclusion);
}

void SegmentsStation::setDepth(int depth) {
    Study study = document()->study();
    if (study.depth == depth) return;
    study.depth = depth;
    document()->setStudy(study);
}

void SegmentsStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    arrange();
}

/// In small windows the exclusions are a second tab.
void SegmentsStation::arrange() {
    const bool roomy = window()->width() >= px(roomyWindow);
    m_tabs->setVisible(!roomy && m_pages->currentWidget() == m_page);
    m_left->setVisible(roomy || m_tabs->current() == 0);
    m_exclusions->setVisible(roomy || m_tabs->current() == 1);
    m_columns->setSizes(
        {std::max(1, m_columns->width() - px(sideWidth) - m_columns->handleWidth()), px(sideWidth)});
    const std::pair<SegmentTableModel::Column, int> widths[] = {
        {SegmentTableModel::Number, 38},
        {SegmentTableModel::Count, 78},
        {SegmentTableModel::RateColumn, roomy ? 200 : 240},
        {SegmentTableModel::Lift, 76},
        {SegmentTableModel::Check, 176}};
    for (const auto& [column, width] : widths) m_view->setColumnWidth(column, px(width));
    fitRows();
}

/// Rows grow when their conditions need a second line.
void SegmentsStation::fitRows() {
    const int width = m_view->columnWidth(SegmentTableModel::Conditions);
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_view->setRowHeight(row, m_delegate->rowHeight(row, width));
}

}  // namespace icp::ui
