#pragma once

#include "core/table/columnwish.h"
#include "core/table/dataset.h"

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace icp::ui {

class Text;

/// How one column is read, and why: type, decimal mark, order of dates, separator, texts that mean no value.
/// Opens below its column; what is chosen counts when "Read again" is pressed.
class ColumnPanel : public QFrame {
    Q_OBJECT
public:
    struct Subject {
        ColumnInfo info;
        QString reason;  ///< why it is left out
        ColumnWish wish;
        bool decided = false;  ///< whether anything was decided about it
        QString remembered;    ///< when an earlier import decided it, in a sentence
        bool leftOut = false;
        bool readable = false;  ///< the file is at hand and can be read again
        QString why;            ///< why it is not
    };
    ColumnPanel(const Subject& subject, QWidget* parent);

    ColumnWish wish() const;
    /// With its upper right corner there, on the screen.
    void openAt(const QPoint& corner);

Q_SIGNALS:
    void wished(const QString& header, const icp::ColumnWish& wish);
    void resetWanted(const QString& header);  ///< as it was detected, in type and meaning
    void useChosen(const QString& header, icp::AttributeUse use);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QComboBox* addChoice(QFormLayout* form, const QString& name, const QString& label);
    void refresh();

    Subject m_subject;
    QComboBox* m_type;
    QComboBox* m_decimal;
    QComboBox* m_order;
    QComboBox* m_separator;
    QLineEdit* m_missing;
    QPushButton* m_read;
};

}  // namespace icp::ui
