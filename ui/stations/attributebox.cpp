#include "ui/stations/attributebox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

namespace icp::ui {

AttributeBox::AttributeBox(QWidget* parent) : QComboBox(parent) {
    setAccessibleName(tr("Attribute"));
    setToolTip(tr("Type to find an attribute of your data"));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMinimumContentsLength(12);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    connect(this, &QComboBox::activated, this, &AttributeBox::chosen);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &AttributeBox::takeFirst);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &AttributeBox::takeTyped);
}

void AttributeBox::setDataset(const Dataset& dataset, const QString& none,
                              const std::function<bool(const Attribute&, const Attribute&)>& before) {
    clear();
    addItem(none, QString());
    std::vector<const Attribute*> features;
    for (const Entity entity : entities)
        for (const Attribute& attribute : dataset.of(entity).attributes)
            if (attribute.use == AttributeUse::Feature &&
                dataset.column(attribute).type() != ColumnType::Text)
                features.push_back(&attribute);
    std::stable_sort(features.begin(), features.end(), [&](const Attribute* a, const Attribute* b) {
        if (before && (before(*a, *b) || before(*b, *a))) return before(*a, *b);
        return a->label.localeAwareCompare(b->label) < 0;
    });
    for (const Attribute* attribute : features) {
        const bool twice = std::count_if(features.begin(), features.end(), [&](const Attribute* other) {
                               return other->label == attribute->label;
                           }) > 1;
        addItem(twice ? tr("%1 (%2)").arg(attribute->label, entityName(attribute->entity)) : attribute->label,
                attribute->name);
    }
}

bool AttributeBox::choose(const QString& attribute) {
    const int index = findData(attribute);
    setCurrentIndex(std::max(0, index));
    return index >= 0;
}

/// Letters typed take the place of the name that stands there, however the focus came.
void AttributeBox::focusInEvent(QFocusEvent* event) {
    QComboBox::focusInEvent(event);
    // A press of the mouse sets the cursor after this.
    QTimer::singleShot(0, lineEdit(), &QLineEdit::selectAll);
}

/// Enter ends what is typed here, and is no answer to the form around it.
void AttributeBox::keyPressEvent(QKeyEvent* event) {
    const bool ends = isTyped() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
    QComboBox::keyPressEvent(event);
    if (ends) event->accept();
}

void AttributeBox::takeFirst() {
    // Who went to one in the list means that one; it is taken after this.
    const QAbstractItemView* list = completer()->popup();
    if (!isTyped() || (list->isVisible() && list->currentIndex().isValid())) return;
    const QString typed = currentText().trimmed();
    int index = findText(typed, Qt::MatchFixedString);
    if (index < 0 && !typed.isEmpty()) index = findText(typed, Qt::MatchContains);
    if (index < 0 || index == currentIndex()) return;
    setCurrentIndex(index);
    Q_EMIT chosen();
}

void AttributeBox::takeTyped() {
    const int index = findText(currentText(), Qt::MatchFixedString);
    if (index >= 0 && index != currentIndex()) {
        setCurrentIndex(index);
        Q_EMIT chosen();
    } else {
        setEditText(itemText(currentIndex()));
    }
}

}  // namespace icp::ui
