#pragma once

#include "core/workshop/icp.h"

#include <QWidget>

#include <array>

class QLineEdit;
class QPushButton;

namespace icp::ui {

class WrapText;

/// The key challenge in words: what a customer says, the problem behind it, and the answer. One line until
/// opened.
class ChallengeBox : public QWidget {
    Q_OBJECT
public:
    explicit ChallengeBox(QWidget* parent = nullptr);

    void show(const Icp& icp);

Q_SIGNALS:
    void edited(const QString& quote, const QString& problem, const QString& answer);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open(bool open);
    void save();

    WrapText* m_line;
    QPushButton* m_toggle;
    QWidget* m_form;
    std::array<QLineEdit*, 3> m_fields;
    std::array<QString, 3> m_stored;
};

}  // namespace icp::ui
