#include "ui/stations/icp/criterioneditor.h"

#include "core/analysis/findings.h"
#include "ui/models/icpedits.h"
#include "ui/stations/attributebox.h"
#include "ui/stations/conditionpanel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/levelpicker.h"

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
    connect(m_done, &QPushButton::clicked, this, &CriterionEditor::finish);
    connect(m_cancel, &QPushButton::clicked, this, &CriterionEditor::closed);
    takeFormKeys(
        this, [this] { finish(); }, [this] { Q_EMIT closed(); });
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
    updateState();
}

void CriterionEditor::refresh(const Criterion& criterion) {
    if (criterion.text != m_criterion.text || criterion.condition != m_criterion.condition ||
        criterion.importance != m_criterion.importance)
        show(criterion);
    else
        m_criterion = criterion;
}

void CriterionEditor::focusFirst() {
    const bool words = m_criterion.section == Section::KeyChallenge && !m_criterion.condition;
    (words ? static_cast<QWidget*>(m_text) : m_attribute)->setFocus();
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
    edited.text = m_text->text().trimmed();
    if (edited.text.isEmpty()) edited.text = composed(edited);
    return edited;
}

bool CriterionEditor::isComplete(const Criterion& criterion) const {
    const bool wordsOnly = m_attribute->attribute().isEmpty();
    return wordsOnly ? !criterion.text.isEmpty() : criterion.condition.has_value();
}

void CriterionEditor::updateState() {
    const Criterion edited = criterion();
    const bool wordsOnly = m_attribute->attribute().isEmpty();
    m_done->setEnabled(isComplete(edited));
    m_text->setPlaceholderText(wordsOnly ? tr("What must be true of the company") : composed(edited));
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
    } else if (edited.text != m_criterion.text || edited.condition != m_criterion.condition ||
               edited.importance != m_criterion.importance) {
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
