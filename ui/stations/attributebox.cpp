#include "ui/stations/attributebox.h"

#include <QCompleter>
#include <QLineEdit>

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
