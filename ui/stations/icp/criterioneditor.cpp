#include "ui/stations/icp/criterioneditor.h"

#include "core/analysis/findings.h"
#include "core/workshop/technology.h"
#include "ui/models/icpedits.h"
#include "ui/stations/attributebox.h"
#include "ui/stations/conditionpanel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/levelpicker.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

CriterionEditor::CriterionEditor(std::shared_ptr<const Dataset> dataset, const Criterion& criterion,
                                 bool isNew, QWidget* parent)
    : QFrame(parent),
      m_dataset(std::move(dataset)),
      m_new(isNew),
      m_level(new LevelPicker),
      m_attribute(new AttributeBox),
      m_text(new QLineEdit),
      m_panel(new ConditionPanel(m_dataset)),
      m_reason(new QComboBox),
      m_author(new QComboBox),
      m_why(new QLineEdit),
      m_hint(new Text(QString(), int(Type::Note), Text::Ink::Third)),
      m_done(secondaryButton(isNew ? tr("Add") : tr("Done"), QStringLiteral("check"))),
      m_cancel(linkButton(tr("Cancel"))) {
    setAccessibleName(isNew ? tr("New criterion") : tr("Edit criterion"));
    m_criterion = criterion;
    m_text->setAccessibleName(tr("Words"));
    m_text->setMaxLength(300);
    m_cancel->setToolTip(tr("Esc"));
    m_done->setToolTip(tr("Enter"));

    auto* first = new QHBoxLayout;
    first->setSpacing(px(8));
    first->addWidget(m_level);
    first->addWidget(m_attribute, 2);
    first->addWidget(m_text, 3);
    auto* last = new QHBoxLayout;
    last->setSpacing(px(8));
    last->addWidget(m_hint, 1);
    last->addWidget(m_cancel);
    last->addWidget(m_done);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(12), px(10), px(12), px(10));
    layout->setSpacing(px(8));
    layout->addLayout(first);
    layout->addWidget(m_panel);
    layout->addLayout(buildGrounds());
    layout->addLayout(last);
    m_cancel->setVisible(isNew);
    m_level->setVisible(criterion.section != Section::Exclusions &&
                        criterion.section != Section::StretchLimits);

    fillAttributes();
    show(criterion);

    connect(m_attribute, &AttributeBox::chosen, this, [this] {
        chooseAttribute();
        change();
    });
    connect(m_level, &LevelPicker::chosen, this, [this](LevelPicker::Level level) {
        m_level->setLevel(level);
        followLevel();
        change();
    });
    // Words that described the old condition hold no longer.
    connect(m_panel, &ConditionPanel::previewed, this, [this] {
        m_text->clear();
        preview();
    });
    connect(m_panel, &ConditionPanel::changed, this, [this] {
        m_text->clear();
        change();
    });
    connect(m_text, &QLineEdit::textEdited, this, &CriterionEditor::change);
    connect(m_reason, &QComboBox::activated, this, &CriterionEditor::chooseReason);
    connect(m_author->lineEdit(), &QLineEdit::textEdited, this, &CriterionEditor::change);
    connect(m_author, &QComboBox::activated, this, &CriterionEditor::change);
    connect(m_why, &QLineEdit::textEdited, this, &CriterionEditor::change);
    connect(m_done, &QPushButton::clicked, this, &CriterionEditor::finish);
    connect(m_cancel, &QPushButton::clicked, this, &CriterionEditor::closed);
    takeFormKeys(
        this, [this] { finish(); }, [this] { Q_EMIT closed(); });
}

/// Why it is a criterion and whose it is.
QHBoxLayout* CriterionEditor::buildGrounds() {
    m_reason->setAccessibleName(tr("What the technology says"));
    m_reason->setToolTip(
        tr("What the technology says of a company. “Rules a company out” makes it an exclusion."));
    m_reason->addItem(tr("No reason given"), int(TechnologyReason::None));
    for (int i = 1; i < technologyReasonCount; ++i) {
        QString words = reasonWords(TechnologyReason(i));
        words.front() = words.front().toUpper();
        m_reason->addItem(words, i);
    }
    m_author->setEditable(true);
    m_author->setInsertPolicy(QComboBox::NoInsert);
    m_author->lineEdit()->setMaxLength(80);
    m_author->lineEdit()->setPlaceholderText(tr("Proposed by"));
    m_author->setAccessibleName(tr("Proposed by"));
    m_why->setMaxLength(300);
    m_why->setPlaceholderText(tr("Why"));
    m_why->setAccessibleName(tr("Why"));
    for (QComboBox* box : {m_reason, m_author}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(m_reason, 2);
    row->addWidget(m_author, 2);
    row->addWidget(m_why, 3);
    return row;
}

void CriterionEditor::setDepartments(const QStringList& departments) {
    m_author->clear();
    m_author->addItems(departments);
    m_author->setEditText(m_criterion.author);
}

void CriterionEditor::answer(const Criterion& criterion) {
    m_answered = criterion;
    setAccessibleName(tr("Counter-proposal"));
    m_done->setText(tr("Propose"));
    m_reason->hide();
    updateState();
}

bool CriterionEditor::isTechnology() const {
    if (m_criterion.section == Section::Technology) return true;
    if (m_criterion.section != Section::Exclusions && m_criterion.section != Section::StretchLimits)
        return false;
    const Attribute* attribute = m_dataset->find(m_attribute->attribute());
    return m_criterion.reason != TechnologyReason::None ||
           (attribute != nullptr && attribute->cls == AttributeClass::Technology);
}

/// A reason to exclude is an exclusion, and one to include is none.
void CriterionEditor::chooseReason() {
    const auto reason = TechnologyReason(m_reason->currentData().toInt());
    const bool excludes = m_level->level() == LevelPicker::Level::Exclude;
    if (reason == TechnologyReason::Exclude) m_level->setLevel(LevelPicker::Level::Exclude);
    if (reason == TechnologyReason::Include && excludes) m_level->setLevel(LevelPicker::Level::Should);
    change();
}

void CriterionEditor::followLevel() {
    Criterion shown = criterion();
    // Until it is stored it stands where it was, and only its level tells.
    if (shown.section == Section::Exclusions) shown.section = Section::Technology;
    m_reason->setCurrentIndex(m_reason->findData(int(reasonOf(shown))));
}

void CriterionEditor::fillAttributes() {
    const auto here = [this](const Attribute& attribute) {
        return sectionFor(attribute.cls) == m_criterion.section;
    };
    m_attribute->setDataset(*m_dataset, tr("In words only"),
                            [&](const Attribute& a, const Attribute& b) { return here(a) && !here(b); });
    // A criterion on a column that the present data lack keeps it.
    if (m_criterion.condition && m_attribute->findData(m_criterion.condition->attribute) < 0)
        m_attribute->addItem(m_criterion.condition->attribute, m_criterion.condition->attribute);
}

void CriterionEditor::show(const Criterion& criterion) {
    m_criterion = criterion;
    m_level->setLevel(LevelPicker::Level(int(criterion.importance)));
    const QString attribute = criterion.condition ? criterion.condition->attribute : QString();
    m_attribute->choose(attribute);
    if (criterion.condition)
        m_panel->setCondition(*criterion.condition);
    else
        m_panel->setAttribute(QString());
    m_text->setText(criterion.condition && criterion.text == composed(criterion) ? QString()
                                                                                 : criterion.text);
    m_reason->setCurrentIndex(m_reason->findData(int(reasonOf(criterion))));
    m_author->setEditText(criterion.author);
    m_why->setText(criterion.why);
    updateState();
}

void CriterionEditor::refresh(const Criterion& criterion) {
    if (!sameAs(criterion, m_criterion))
        show(criterion);
    else
        m_criterion = criterion;
}

void CriterionEditor::focusFirst() {
    const bool words = m_criterion.section == Section::KeyChallenge && !m_criterion.condition;
    (words ? static_cast<QWidget*>(m_text) : m_attribute)
        ->setFocus(Qt::ShortcutFocusReason);  // typing replaces
}

void CriterionEditor::chooseAttribute() {
    m_panel->setAttribute(m_attribute->attribute());
    updateState();
}

QString CriterionEditor::composed(const Criterion& criterion) const {
    return criterion.condition ? conditionLabel(*criterion.condition, *m_dataset) : QString();
}

Criterion CriterionEditor::criterion() const {
    Criterion edited = m_criterion;
    edited.importance = Importance(int(m_level->level()));
    const QString attribute = m_attribute->attribute();
    // Without the column nothing can be chosen anew: the condition stays as it is.
    const bool kept =
        m_criterion.condition && m_criterion.condition->attribute == attribute && !m_dataset->find(attribute);
    if (!kept) edited.condition = m_panel->condition();
    if (isTechnology()) edited.reason = TechnologyReason(m_reason->currentData().toInt());
    edited.author = m_author->currentText().trimmed();
    edited.why = m_why->text().trimmed();
    edited.text = m_text->text().trimmed();
    if (edited.text.isEmpty()) edited.text = composed(edited);
    return edited;
}

bool CriterionEditor::sameAs(const Criterion& a, const Criterion& b) const {
    return a.text == b.text && a.condition == b.condition && a.importance == b.importance &&
           a.reason == b.reason && a.author == b.author && a.why == b.why;
}

bool CriterionEditor::isComplete(const Criterion& criterion) const {
    if (m_answered && criterion.text == m_answered->text && criterion.condition == m_answered->condition &&
        criterion.importance == m_answered->importance)
        return false;
    const bool wordsOnly = m_attribute->attribute().isEmpty();
    return wordsOnly ? !criterion.text.isEmpty() : criterion.condition.has_value();
}

void CriterionEditor::updateState() {
    const Criterion edited = criterion();
    const bool wordsOnly = m_attribute->attribute().isEmpty();
    m_done->setEnabled(isComplete(edited));
    m_text->setPlaceholderText(wordsOnly ? tr("What must be true of the company") : composed(edited));
    m_reason->setVisible(isTechnology() && !m_answered);
    if (m_answered && !isComplete(edited) && (wordsOnly || edited.condition)) {
        m_hint->setText(tr("Change the limits, the levels or how much it counts."));
        return;
    }
    m_hint->setText(wordsOnly          ? tr("Shown and weighed, never computed with.")
                    : edited.condition ? QString()
                                       : tr("Choose at least one level, or one end of the range."));
}

void CriterionEditor::preview() {
    updateState();
    const Criterion edited = criterion();
    if (isComplete(edited)) Q_EMIT previewed(edited);
}

void CriterionEditor::change() {
    updateState();
    const Criterion edited = criterion();
    if (!isComplete(edited)) return;
    if (m_new) {
        Q_EMIT previewed(edited);
    } else if (!sameAs(edited, m_criterion)) {
        m_criterion = edited;
        Q_EMIT changed(edited);
    }
}

void CriterionEditor::finish() {
    const Criterion edited = criterion();
    if (!isComplete(edited)) return;
    if (m_new)
        Q_EMIT accepted(edited);
    else
        Q_EMIT closed();
}

void CriterionEditor::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.focus, 1.5));
    painter.setBrush(tokens.surface2);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

}  // namespace icp::ui
