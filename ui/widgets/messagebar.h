#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace icp::ui {

/// One sentence inside the page, above what it talks about, with at most two buttons. Hidden until it has
/// something to say; read out by screen readers when it appears.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Ok, Warning, Error };
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(Kind kind, const QString& text);
    QPushButton* addAction(const QString& text, std::function<void()> triggered);
    void clear();  ///< hides, and forgets the actions
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;  ///< Enter presses the action that has the focus

private:
    void restyle();
    Kind m_kind = Kind::Info;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_actions;
};

/// What a page shows before it has anything: icon, what will appear, what it needs, one primary button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);
    void addPrimary(const QString& text, const QString& iconName, std::function<void()> triggered);
    void addSecondary(const QString& text, std::function<void()> triggered);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    QString m_iconName;
    QLabel* m_icon;
    QHBoxLayout* m_buttons;
};

}  // namespace icp::ui
