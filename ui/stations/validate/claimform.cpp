#include "ui/stations/validate/claimform.h"

#include "core/analysis/findings.h"
#include "ui/models/claimwords.h"
#include "ui/stations/attributebox.h"
#include "ui/stations/conditionpanel.h"
#include "ui/stations/validate/verdictbadge.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/wraptext.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int longestChip = 290;
constexpr double most = 1e12;
constexpr ClaimMetric metrics[] = {ClaimMetric::WinRate,   ClaimMetric::Share, ClaimMetric::Value,
                                   ClaimMetric::Retention, ClaimMetric::Count, ClaimMetric::None};
constexpr ClaimDirection directions[] = {ClaimDirection::Above, ClaimDirection::Below, ClaimDirection::Equal};
enum Against { Others, Number };

}  // namespace

ClaimForm::ClaimForm(QWidget* parent)
    : Card(parent),
      m_statement(new QLineEdit),
      m_author(new QComboBox),
      m_evidence(new QLineEdit),
      m_metric(new QComboBox),
      m_direction(new QComboBox),
      m_against(new QComboBox),
      m_number(new QDoubleSpinBox),
      m_whom(new QWidget),
      m_chips(new QVBoxLayout),
      m_attribute(new AttributeBox),
      m_panelPlace(new QVBoxLayout),
      m_badge(new Badge),
      m_told(new WrapText(Type::Note)),
      m_keep(primaryButton(tr("Keep"), QStringLiteral("check"))) {
    build();
    connect(m_statement, &QLineEdit::textChanged, this, &ClaimForm::changed);
    for (QComboBox* box : {m_metric, m_direction, m_against})
        connect(box, &QComboBox::currentIndexChanged, this, &ClaimForm::changed);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &ClaimForm::changed);
    connect(m_attribute, &AttributeBox::chosen, this, &ClaimForm::chooseAttribute);
    connect(m_keep, &QPushButton::clicked, this, &ClaimForm::keep);
}

void ClaimForm::build() {
    setTitle(tr("Claim"));
    m_statement->setPlaceholderText(tr("Family-owned firms win more often"));
    m_statement->setMaxLength(300);
    m_author->setEditable(true);
    m_author->setInsertPolicy(QComboBox::NoInsert);
    m_author->lineEdit()->setMaxLength(80);
    m_evidence->setPlaceholderText(tr("A call, a link, a name"));
    m_evidence->setMaxLength(300);
    for (const ClaimMetric metric : metrics) m_metric->addItem(metricText(metric), int(metric));
    for (const ClaimDirection direction : directions)
        m_direction->addItem(directionText(direction), int(direction));
    m_against->addItem(tr("all others"), int(Others));
    m_against->addItem(tr("a number"), int(Number));
    m_number->setRange(0, most);
    m_number->setMinimumWidth(px(72));
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    for (QComboBox* box : {m_author, m_metric, m_direction, m_against}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(5);
    }

    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, px(6), 0);
    form->setSpacing(px(8));
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    const auto row = [&](const QString& name, QWidget* field) {
        field->setAccessibleName(name);
        form->addRow(new Text(name, int(Type::Note), Text::Ink::Second), field);
    };
    row(tr("What is said"), m_statement);
    row(tr("Who says it"), m_author);
    row(tr("Where it is from"), m_evidence);
    row(tr("What it is about"), m_metric);
    auto* compared = new QWidget;
    auto* line = new QHBoxLayout(compared);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(6));
    line->addWidget(m_direction, 1);
    line->addWidget(m_against, 1);
    line->addWidget(m_number, 1);
    m_direction->setAccessibleName(tr("Above, below, or the same"));
    m_against->setAccessibleName(tr("Held against"));
    m_number->setAccessibleName(tr("Number it is held against"));
    form->addRow(compared);
    form->addRow(m_whom);
    m_whom->setLayout(buildWhom());

    body()->addWidget(scrolled(page), 1);
    body()->addWidget(m_badge, 0, Qt::AlignLeft);
    m_told->setInk(&Tokens::ink2);
    body()->addWidget(m_told);
    auto* cancel = linkButton(tr("Cancel"));
    cancel->setToolTip(tr("Esc"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    for (QPushButton* button : {m_keep, cancel}) {
        button->setProperty("small", true);
        buttons->addWidget(button);
    }
    m_keep->setObjectName(QStringLiteral("keepClaim"));
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &ClaimForm::closed);
}

QLayout* ClaimForm::buildWhom() {
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addWidget(new Text(tr("Of whom"), int(Type::Note), Text::Ink::Second));
    m_chips->setSpacing(px(6));
    column->addLayout(m_chips);
    column->addWidget(m_attribute);
    m_panelPlace->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_panelPlace);
    return column;
}

void ClaimForm::open(const Claim& claim, bool isNew, const QStringList& departments,
                     std::shared_ptr<const Dataset> dataset, const Study& study) {
    m_claim = claim;
    m_dataset = std::move(dataset);
    m_study = std::make_shared<const Study>(study);
    setTitle(isNew ? tr("New claim") : tr("Edit the claim"));
    m_filling = true;
    delete m_panel;
    m_panel = new ConditionPanel(m_dataset);
    m_panelPlace->addWidget(m_panel);
    connect(m_panel, &ConditionPanel::changed, this, &ClaimForm::changed);
    m_panel->setAttribute({});
    const ClaimQuestion& question = claim.question;
    m_conditions = question.conditions;
    m_statement->setText(claim.statement);
    m_author->clear();
    m_author->addItems(departments);
    m_author->setEditText(claim.author);
    m_evidence->setText(claim.evidence);
    m_metric->setCurrentIndex(m_metric->findData(int(question.metric)));
    m_direction->setCurrentIndex(m_direction->findData(int(question.direction)));
    m_against->setCurrentIndex(question.baseline ? Number : Others);
    m_number->setValue(question.baseline.value_or(0) * (isShare(question.metric) ? 100 : 1));
    m_attribute->setDataset(*m_dataset, tr("Add a condition"));
    showConditions();
    m_filling = false;
    changed();
    m_statement->setFocus(Qt::OtherFocusReason);
    m_statement->selectAll();
}

/// Choosing an attribute that has its condition already takes that one up again.
void ClaimForm::chooseAttribute() {
    settleOpen();
    const QString name = m_attribute->attribute();
    const auto known = std::find_if(m_conditions.begin(), m_conditions.end(),
                                    [&](const Condition& one) { return one.attribute == name; });
    if (known != m_conditions.end()) {
        m_panel->setCondition(*known);
        m_conditions.erase(known);
    } else {
        m_panel->setAttribute(name);
    }
    showConditions();
    changed();
}

void ClaimForm::settleOpen() {
    if (const std::optional<Condition> open = m_panel->condition()) m_conditions.push_back(*open);
}

void ClaimForm::showConditions() {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Condition& condition : m_conditions) {
        const QString label = conditionLabel(condition, *m_dataset);
        auto* chip = new Chip({}, QStringLiteral("cross"));
        chip->setText(QFontMetrics(ui::font(Type::Table)).elidedText(label, Qt::ElideRight, px(longestChip)));
        chip->setObjectName(QStringLiteral("claimCondition"));
        chip->setAccessibleName(tr("Take out: %1").arg(label));
        chip->setToolTip(tr("%1. Click to take it out.").arg(label));
        connect(chip, &QPushButton::clicked, this, [this, condition] {
            std::erase(m_conditions, condition);
            showConditions();
            changed();
            m_attribute->setFocus(Qt::OtherFocusReason);
        });
        m_chips->addWidget(chip, 0, Qt::AlignLeft);
    }
}

Claim ClaimForm::claim() const {
    Claim claim = m_claim;
    claim.statement = m_statement->text().simplified();
    claim.author = m_author->currentText().simplified();
    claim.evidence = m_evidence->text().simplified();
    ClaimQuestion& question = claim.question;
    question.metric = ClaimMetric(m_metric->currentData().toInt());
    question.direction = ClaimDirection(m_direction->currentData().toInt());
    question.conditions = m_conditions;
    if (const std::optional<Condition> open = m_panel->condition()) question.conditions.push_back(*open);
    question.baseline.reset();
    if (m_against->currentIndex() == Number || needsNumber(question.metric))
        question.baseline = m_number->value() / (isShare(question.metric) ? 100 : 1);
    if (question.metric == ClaimMetric::None) question = {{}, ClaimMetric::None, question.direction, {}};
    return claim;
}

void ClaimForm::changed() {
    if (m_filling) return;
    const auto metric = ClaimMetric(m_metric->currentData().toInt());
    const bool measured = metric != ClaimMetric::None;
    m_direction->setVisible(measured);
    m_against->setVisible(measured && !needsNumber(metric));
    m_number->setVisible(measured && (needsNumber(metric) || m_against->currentIndex() == Number));
    m_number->setSuffix(isShare(metric) ? QStringLiteral(" %") : QString());
    m_number->setMaximum(isShare(metric) ? 100 : most);
    m_number->setDecimals(isShare(metric) ? 1 : 0);
    m_whom->setVisible(measured);
    const Claim now = claim();
    m_keep->setEnabled(!now.statement.isEmpty());
    m_keep->setToolTip(now.statement.isEmpty() ? tr("Write first what is said") : tr("Keep (Enter)"));
    m_checking.start(
        [this, now, dataset = m_dataset, study = m_study](const Job&, const Background::Deliver& deliver) {
            const auto words = std::make_shared<const CheckedWords>(checkedWords(now, *dataset, *study));
            deliver([this, words] {
                m_badge->setText(verdictText(words->check));
                m_badge->setTone(verdictTone(words->check.verdict));
                m_told->setText(words->numbers);
            });
        });
}

void ClaimForm::keep() {
    if (m_keep->isEnabled()) Q_EMIT kept(claim());
}

void ClaimForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        keep();
    else
        Card::keyPressEvent(event);
}

}  // namespace icp::ui
