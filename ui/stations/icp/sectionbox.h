#pragma once

#include "core/workshop/icp.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace icp::ui {

class Text;

/// One section of the template: heading with its question while empty, "Add", and room for the criteria
/// below.
class SectionBox : public QWidget {
    Q_OBJECT
public:
    explicit SectionBox(Section section, QWidget* parent = nullptr);

    Section section() const { return m_section; }
    /// Criteria and, between them, the editor; in this order from top to bottom.
    void setRows(const QList<QWidget*>& rows);
    void setEmpty(bool empty);
    QVBoxLayout* rows() const { return m_rows; }

Q_SIGNALS:
    void addAsked();

private:
    void restyle();
    void changeEvent(QEvent* event) override;

    Section m_section;
    QLabel* m_icon;
    Text* m_title;
    QLabel* m_question;
    QPushButton* m_add;
    QVBoxLayout* m_rows;
};

}  // namespace icp::ui
