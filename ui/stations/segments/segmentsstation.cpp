#include "ui/stations/segments/segmentsstation.h"

#include "core/analysis/question.h"
#include "ui/charts/words.h"
#include "ui/document/document.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/adopt.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/methodtext.h"
#include "ui/stations/segments/exclusionscard.h"
#include "ui/stations/segments/segmentcheck.h"
#include "ui/stations/segments/segmentdelegate.h"
#include "ui/stations/segments/timespanel.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroll.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int sideWidth = 330;
constexpr int checkWidth = 300;
constexpr int deepest = 3;
}  // namespace

SegmentsStation::SegmentsStation(QWidget* parent)
    : FindingsStation(
          Id::Segments, tr("Segments"), tr("Which combinations win, and what to leave alone"),
          new EmptyState(QStringLiteral("segments"), tr("No segments yet"),
                         tr("Segments combine what sets your wins apart. Import accounts and deals first.")),
          parent),
      m_tabs(new SegmentedSwitch({tr("Companies"), tr("Stages"), tr("Time to close"), tr("Reasons lost"),
                                  tr("Staying"), tr("Consider excluding")})),
      m_columns(new Columns(QStringLiteral("segments"))),
      m_left(new QWidget),
      m_tableCard(new Card(tr("Combinations that stand out"))),
      m_quality(new QComboBox),
      m_depth(new QComboBox),
      m_model(new SegmentTableModel(this)),
      m_delegate(new SegmentDelegate(m_model, this)),
      m_view(new QTableView),
      m_hint(new Text({}, int(Type::Body), Text::Ink::Second)),
      m_below(new Columns(QStringLiteral("segments-below"))),
      m_accounts(new AccountsPanel),
      m_check(new SegmentCheck),
      m_lower(new QStackedWidget),
      m_times(new TimesPanel),
      m_exclusions(new ExclusionsCard) {
    build();
    connectParts();
    addKey(tr("Add the combination to the ICP"), Qt::Key_A, [this] { addSegment(); });
    addKey(tr("Claim what the combination shows"), Qt::Key_K, [this] { claimSegment(); });
    addKey(tr("Exclude"), Qt::Key_X, [this] { excludeCurrent(); });
    addKey(tr("Open the seal"), Qt::Key_O, [this] { askForSeal(); });
    addKey(tr("Look at the patterns inside the combination"), Qt::Key_I, [this] { lookInside(); });
    nameKeys(tr("Choose a combination"), {Qt::Key_Up, Qt::Key_Down});
    nameKeys(tr("See all again"), {Qt::Key_Escape});
}

void SegmentsStation::connectParts() {
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == SegmentTableModel::Conditions) fitRows();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SegmentsStation::showSegment);
    connect(m_accounts, &AccountsPanel::addRequested, this, &SegmentsStation::addSegment);
    connect(m_exclusions, &ExclusionsCard::excludeRequested, this,
            [this](const Exclusion& exclusion) { exclude(*document(), *messages(), exclusion); });
    connect(m_depth, &QComboBox::activated, this, [this](int index) { setDepth(index + 1); });
    connect(m_quality, &QComboBox::activated, this, &SegmentsStation::setQuality);
    connect(m_tabs, &SegmentedSwitch::currentChanged, this, &SegmentsStation::arrange);
    connect(m_check, &SegmentCheck::openRequested, this, &SegmentsStation::askForSeal);
    connect(m_accounts, &AccountsPanel::claimRequested, this, &SegmentsStation::claimSegment);
    connect(m_accounts, &AccountsPanel::insideRequested, this, &SegmentsStation::lookInside);
    connect(m_times, &TimesPanel::copied, this, [this](const QString& what) {
        messages()->showMessage(MessageBar::Kind::Ok, tr("Copied: %1.").arg(what));
    });
}

void SegmentsStation::build() {
    QPushButton* next = primaryButton(tr("ICP"), QStringLiteral("right"));
    next->setLayoutDirection(Qt::RightToLeft);
    next->setToolTip(tr("Go on to the ICP"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Icp); });
    addTool(m_tabs);
    addTool(next);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(px(16));
    left->addWidget(buildTable(), 11);
    m_accounts->settle();
    m_below->addWidget(m_accounts);
    m_below->addWidget(scrolled(m_check));  // it holds more than small windows have room for
    m_below->setWidths({0, checkWidth});
    m_lower->addWidget(m_below);
    m_lower->addWidget(m_times);
    left->addWidget(m_lower, 9);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_exclusions);
    m_columns->setWidths({0, sideWidth});
    rows()->addWidget(m_columns, 1);
}

QWidget* SegmentsStation::buildTable() {
    m_depth->addItems({tr("1 condition"), tr("Up to 2 conditions"), tr("Up to 3 conditions")});
    m_depth->setObjectName(QStringLiteral("segmentDepth"));
    m_depth->setAccessibleName(tr("Conditions in a combination"));
    m_depth->setProperty("small", true);
    const std::pair<QString, QString> qualities[segmentQualityCount] = {
        {tr("Prefer large ones"),
         tr("Prefers combinations that hold for many: how many times how much better "
            "(weighted relative accuracy).")},
        {tr("Prefer sure ones"),
         tr("Of the combinations that chance hardly explains, prefers those whose gain is large "
            "for their number (Klösgen, a = 0.5).")},
        {tr("Prefer high rates"), tr("Of the combinations that chance hardly explains, prefers those with "
                                     "the highest rates (Klösgen, a = 0).")}};
    for (const auto& [name, sentence] : qualities) {
        m_quality->addItem(name);
        m_quality->setItemData(m_quality->count() - 1, sentence, Qt::ToolTipRole);
    }
    m_quality->setAccessibleName(tr("Which combinations are best"));
    m_quality->setObjectName(QStringLiteral("segmentQuality"));
    m_quality->setProperty("small", true);
    m_tableCard->addTool(m_quality);
    m_tableCard->setNote(tr("sorted by the low end of the range"));
    m_tableCard->addTool(m_depth);
    m_tableCard->body()->setContentsMargins(1, 0, 1, px(6));

    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setAccessibleName(tr("Combinations that stand out"));
    m_view->setToolTip(tr("Add the chosen one to the ICP (A)"));
    settleRows(*m_view);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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

QVariant SegmentsStation::bookmark() const {
    return QVariantList{m_view->currentIndex().row(), m_tabs->current()};
}

void SegmentsStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 2) return;
    m_tabs->setCurrent(parts[1].toInt());
    const int row = parts[0].toInt();
    if (row >= 0 && row < m_model->rowCount()) m_view->setCurrentIndex(m_model->index(row, 0));
}

void SegmentsStation::showDataset() { arrange(); }

void SegmentsStation::showFacts() { showSegment(); }

void SegmentsStation::showFindings(Stage stage) {
    const Findings& findings = document()->findings();
    const bool complete = stage >= Stage::Segments || !document()->analysing();
    // Another question has another answer: it was not asked for.
    if (!m_sealAsked.isEmpty() && m_sealAsked != questionOf(findings.study)) keepSealed();
    const int row = m_view->currentIndex().row();
    m_filling = true;
    m_model->setFindings(findings, findings.heldOut.n > 0 && !document()->sealOpened());
    m_exclusions->setFindings(findings, m_model->maximum(), complete);
    m_depth->setCurrentIndex(std::clamp(findings.study.depth, 1, deepest) - 1);
    m_quality->setCurrentIndex(int(findings.study.quality));
    m_quality->setToolTip(m_quality->currentData(Qt::ToolTipRole).toString());
    const bool any = m_model->rowCount() > 0;
    m_view->setVisible(any);
    m_hint->setVisible(!any);
    m_lower->setVisible(any || m_tabs->current() != Companies);
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
    m_filling = false;
    showSegment();
}

void SegmentsStation::showSegment() {
    if (m_filling) return;
    const int row = m_view->currentIndex().row();
    const Segment* segment = m_model->segment(row);
    showTimes();
    if (segment == nullptr || document() == nullptr) return;
    const Findings& findings = m_model->findings();
    const Words words(findings.study);
    const Bitmap units = unitsMeeting(document()->dataset(), findings, segment->conditions);
    const QString numbers =
        QStringLiteral("%1, %2").arg(words.ratio(segment->rate), words.range(segment->rate));
    m_accounts->showAccounts(
        tr("Companies of segment %1").arg(row + 1),
        QStringLiteral("%1: %2").arg(segment->labels.join(QStringLiteral(", ")), numbers),
        document()->facts(), accountsOf(document()->dataset(), findings.study.unit, units));
    const bool ofDeals =
        std::all_of(segment->conditions.begin(), segment->conditions.end(),
                    [&](const Condition& condition) { return isOfDeals(condition, document()->dataset()); });
    m_accounts->setActionsOff(ofDeals ? dealsCannotBeMet() : QString());
    m_check->showSegment(*segment, findings, m_model->sealed(),
                         MethodText(findings, document()->dataset()).segment(*segment));
}

/// Of the chosen combination beside all others; of everything while there is none.
void SegmentsStation::showTimes() {
    if (document() == nullptr || !hasData()) return;
    const int row = m_view->currentIndex().row();
    const Segment* segment = m_model->segment(row);
    if (segment != nullptr)
        m_times->setGroup(document(), segment->conditions, tr("Segment %1").arg(row + 1));
    else
        m_times->setGroup(document(), {}, tr("All"));
}

void SegmentsStation::askForSeal() {
    if (document() == nullptr || !m_model->sealed()) return;
    const Findings& findings = m_model->findings();
    const QString kept = Words(findings.study).counted(findings.heldOut.n);
    const int others = findings.seal.openings - 1;
    messages()->showMessage(
        MessageBar::Kind::Warning,
        others > 0
            ? tr("Open the seal on the newest %1? It is counted and cannot be taken back; they were looked "
                 "at %n time(s) before, for other questions.",
                 nullptr, others)
                  .arg(kept)
            : tr("Open the seal on the newest %1? It is counted and cannot be taken back: they prove "
                 "something the first time they are looked at.")
                  .arg(kept));
    messages()->addAction(tr("Open the seal"), [this] { openSeal(); });
    QPushButton* keep = messages()->addAction(tr("Keep it sealed"), [this] { keepSealed(); });
    m_sealAsked = questionOf(findings.study);
    keep->show();  // the layout would show it too late to take the focus
    keep->setFocus(Qt::OtherFocusReason);
}

void SegmentsStation::keepSealed() {
    if (m_sealAsked.isEmpty()) return;
    m_sealAsked.clear();
    messages()->clear();
    m_view->setFocus(Qt::OtherFocusReason);
}

void SegmentsStation::openSeal() {
    m_sealAsked.clear();
    if (document() == nullptr || !m_model->sealed()) return messages()->clear();
    if (document()->openSeal())
        messages()->showMessage(
            MessageBar::Kind::Info,
            tr("The seal is open for this question. Change the question and look again, and "
               "it proves less."));
    m_view->setFocus(Qt::OtherFocusReason);
}

void SegmentsStation::lookInside() {
    const Segment* segment = m_model->segment(m_view->currentIndex().row());
    if (segment == nullptr) return;
    std::vector<Condition> conditions = chosenConditions(document()->study());
    for (const Condition& condition : segment->conditions)
        if (std::find(conditions.begin(), conditions.end(), condition) == conditions.end())
            conditions.push_back(condition);
    document()->setStudy(narrowedTo(document()->study(), conditions));
    Q_EMIT goTo(Id::Patterns);
}

void SegmentsStation::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_sealAsked.isEmpty()) return keepSealed();
    if (event->key() == Qt::Key_Escape && filter()->clear()) return;
    Station::keyPressEvent(event);
}

void SegmentsStation::addSegment() {
    const Segment* segment = m_model->segment(m_view->currentIndex().row());
    if (segment != nullptr) addToIcp(*document(), *messages(), *segment);
}

void SegmentsStation::claimSegment() {
    const Segment* segment = m_model->segment(m_view->currentIndex().row());
    if (segment == nullptr) return;
    const std::vector<Condition> conditions = segment->conditions;
    Q_EMIT show(Id::Validate, claimThis(*document(), conditions));
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

void SegmentsStation::setQuality(int index) {
    Study study = document()->study();
    if (int(study.quality) == index) return;
    study.quality = SegmentQuality(index);
    document()->setStudy(study);
}

void SegmentsStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    arrange();
}

/// In small windows the exclusions are a second tab.
void SegmentsStation::arrange() {
    const bool roomy = isRoomy();
    m_tabs->setVisible(hasData());
    m_tabs->setOffered(Excluding, !roomy);
    const bool excluding = m_tabs->current() == Excluding;
    if (excluding && roomy) return m_tabs->setCurrent(Companies);  // comes back here
    const int view = excluding ? int(Companies) : m_tabs->current();
    m_left->setVisible(!excluding);
    m_exclusions->setVisible(roomy || excluding);
    m_lower->setCurrentWidget(view == Companies ? static_cast<QWidget*>(m_below) : m_times);
    if (view != Companies) m_times->setCurrentIndex(view - 1);
    m_lower->setVisible(m_model->rowCount() > 0 || view != Companies);
    m_columns->setWidths({0, roomy ? sideWidth : 0});
    const std::pair<SegmentTableModel::Column, int> widths[] = {
        {SegmentTableModel::Number, 38},
        {SegmentTableModel::Count, 92},
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
