#pragma once

#include "core/table/dataset.h"

#include <QComboBox>

#include <functional>

namespace icp::ui {

/// Chooses an attribute that a condition can be made of; letters find it by any part of its name.
class AttributeBox : public QComboBox {
    Q_OBJECT
public:
    explicit AttributeBox(QWidget* parent = nullptr);

    /// `none`: the words for no attribute, which stand first. In the order of `before`, else by name.
    void setDataset(const Dataset& dataset, const QString& none,
                    const std::function<bool(const Attribute&, const Attribute&)>& before = {});
    QString attribute() const { return currentData().toString(); }  ///< empty: none
    /// Without chosen(). False when it is not there.
    bool choose(const QString& attribute);

Q_SIGNALS:
    void chosen();  ///< by the user

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeTyped();
    void takeFirst();  ///< what Enter means: the first attribute that holds the letters
    bool isTyped() const { return currentText() != itemText(currentIndex()); }
};

}  // namespace icp::ui
