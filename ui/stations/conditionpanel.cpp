#include "ui/stations/conditionpanel.h"

#include "core/table/years.h"
#include "ui/models/levelmodel.h"
#include "ui/stations/limitspin.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/rangeslider.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {
constexpr int fewLevels = 12;  // more get a field to find one
constexpr int rowHeight = 30;

class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, px(rowHeight)});
    }
};

}  // namespace

ConditionPanel::ConditionPanel(std::shared_ptr<const Dataset> dataset, QWidget* parent)
    : QWidget(parent),
      m_dataset(std::move(dataset)),
      m_operator(new QComboBox),
      m_levels(new LevelModel(this)),
      m_found(new QSortFilterProxyModel(this)),
      m_find(new QLineEdit),
      m_list(new QListView),
      m_range(new QWidget),
      m_low(new LimitSpin(LimitSpin::End::Low)),
      m_high(new LimitSpin(LimitSpin::End::High)),
      m_unit(new QLabel),
      m_slider(new RangeSlider) {
    m_operator->setAccessibleName(tr("How the attribute is compared"));
    m_found->setSourceModel(m_levels);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_find->setPlaceholderText(tr("Find a level"));
    m_find->setAccessibleName(tr("Find a level"));
    m_find->setClearButtonEnabled(true);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Levels"));
    m_list->setToolTip(tr("Space ticks a level"));
    m_slider->setAccessibleName(tr("Range"));
    m_slider->setToolTip(tr("Drag an end and watch the effect. Arrow keys move it, Space changes the end."));

    auto* limits = new QHBoxLayout(m_range);
    limits->setContentsMargins(0, 0, 0, 0);
    limits->setSpacing(px(8));
    limits->addWidget(m_low);
    limits->addWidget(new QLabel(tr("to")));
    limits->addWidget(m_high);
    limits->addWidget(m_unit);
    auto* top = new QHBoxLayout;
    top->setSpacing(px(8));
    top->addWidget(m_operator);
    top->addWidget(m_range);
    top->addWidget(m_find, 1);
    top->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(8));
    layout->addLayout(top);
    layout->addWidget(m_list);
    layout->addWidget(m_slider);

    connect(m_operator, &QComboBox::activated, this, [this] {
        showOperator();
        Q_EMIT changed();
    });
    connect(m_find, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_levels, &LevelModel::chosenChanged, this, &ConditionPanel::changed);
    connect(m_low, &QDoubleSpinBox::valueChanged, this, &ConditionPanel::limitsTyped);
    connect(m_high, &QDoubleSpinBox::valueChanged, this, &ConditionPanel::limitsTyped);
    connect(m_slider, &RangeSlider::moved, this, &ConditionPanel::sliderMoved);
    connect(m_slider, &RangeSlider::released, this, &ConditionPanel::changed);
    setAttribute(QString());
}

bool ConditionPanel::ranged() const {
    const Column* column = m_dataset->column(m_attribute);
    return column && column->isNumeric();
}

void ConditionPanel::setAttribute(const QString& name) {
    m_attribute = name;
    const Column* column = m_dataset->column(name);
    setVisible(column != nullptr);
    if (!column) return;
    if (column->isNumeric()) {
        m_scale = RangeScale(*column);
        const bool years = holdsYears(*column, m_dataset->find(name)->label);
        m_low->setUp(column->type(), m_scale.whole(), m_scale.smallest(), m_scale.largest(), years);
        m_high->setUp(column->type(), m_scale.whole(), m_scale.smallest(), m_scale.largest(), years);
        m_slider->setStops(m_scale.steps());
        const QString unit = m_dataset->find(name)->unit;
        m_unit->setText(unit.isEmpty() ? column->currency() : unit);
    } else {
        m_levels->setColumn(*column);
        m_find->clear();
    }
    fillOperators();
    showOperator();
}

void ConditionPanel::fillOperators() {
    using Op = Condition::Op;
    const Column* column = m_dataset->column(m_attribute);
    m_operator->clear();
    const auto add = [this](const QString& text, Op op) { m_operator->addItem(text, int(op)); };
    if (column->isNumeric()) {
        add(tr("lies between"), Op::Range);
    } else if (column->type() == ColumnType::Multi) {
        add(tr("has one of"), Op::Has);
        add(tr("has none of"), Op::HasNot);
    } else {
        add(tr("is one of"), Op::In);
        add(tr("is none of"), Op::NotIn);
    }
    add(tr("is empty"), Op::Missing);
}

void ConditionPanel::showOperator() {
    const bool missing = m_operator->currentData().toInt() == int(Condition::Op::Missing);
    const bool levels = !missing && !ranged();
    m_range->setVisible(!missing && ranged());
    m_slider->setVisible(!missing && ranged());
    m_list->setVisible(levels);
    m_find->setVisible(levels && m_levels->rowCount() > fewLevels);
    const int rows = std::clamp(m_levels->rowCount(), 2, 6);
    m_list->setFixedHeight(rows * px(rowHeight) + px(4));
}

void ConditionPanel::setCondition(const Condition& condition) {
    setAttribute(condition.attribute);
    if (!m_dataset->column(m_attribute)) return;
    m_operator->setCurrentIndex(std::max(0, m_operator->findData(int(condition.op))));
    if (ranged()) {
        m_low->setLimit(condition.low);
        m_high->setLimit(condition.high);
        m_slider->setRange(m_scale.stepOf(condition.low), m_scale.stepOf(condition.high));
    } else {
        m_levels->setChosen(condition.values);
    }
    showOperator();
}

std::optional<Condition> ConditionPanel::condition() const {
    if (!m_dataset->column(m_attribute)) return std::nullopt;
    Condition condition;
    condition.attribute = m_attribute;
    condition.op = Condition::Op(m_operator->currentData().toInt());
    if (condition.op == Condition::Op::Missing) return condition;
    if (condition.op == Condition::Op::Range) {
        condition.low = m_low->limit();
        condition.high = m_high->limit();
        const bool open = std::isinf(condition.low) && std::isinf(condition.high);
        return open || condition.low >= condition.high ? std::nullopt : std::optional(condition);
    }
    condition.values = m_levels->chosen();
    return condition.values.isEmpty() ? std::nullopt : std::optional(condition);
}

bool ConditionPanel::isDragged() const { return m_slider->isDragged(); }

void ConditionPanel::limitsTyped() {
    m_slider->setRange(m_scale.stepOf(m_low->limit()), m_scale.stepOf(m_high->limit()));
    Q_EMIT changed();
}

void ConditionPanel::sliderMoved(int low, int high) {
    m_low->setLimit(m_scale.edge(low));
    m_high->setLimit(m_scale.edge(high));
    Q_EMIT previewed();
}

}  // namespace icp::ui
