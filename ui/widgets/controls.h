#pragma once

#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QButtonGroup;
class QLineEdit;

namespace icp::ui {

/// Filled: one per page.
QPushButton* primaryButton(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);
/// The primary button that leads on to another page: an arrow stands behind the text.
QPushButton* nextButton(const QString& text, QWidget* parent = nullptr);
QPushButton* secondaryButton(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);
/// Text in the colour of a link.
QPushButton* linkButton(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);
/// A 36 px square with an icon; the name is tooltip and accessible name.
QToolButton* iconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);

/// A small line to search by, with its icon and a cross that clears it. Ctrl+F finds the one named "find".
QLineEdit* searchField(const QString& prompt, QWidget* parent = nullptr);

/// A label with a role of type and a colour role of the tokens ("ink", "ink2", "ink3", "leastInk" ...),
/// following theme and scale.
class Text : public QLabel {
    Q_OBJECT
public:
    enum class Ink { Normal, Second, Third, Link, Warn, Bad, Purple };
    Text(const QString& text, int type, Ink ink = Ink::Normal, QWidget* parent = nullptr);
    void setInk(Ink ink);
    void setWeight(int weight);
    /// Layouts within layouts ask for it thousands of times when a page is shown; it is measured once.
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;

private:
    /// What the height depends on beside the width.
    struct Measured {
        QString text;
        QFont font;
        QMargins margins;
        int indent = 0;
        bool wraps = false;
        friend bool operator==(const Measured&, const Measured&) = default;
    };
    void restyle();
    int m_type;
    int m_weight = -1;
    Ink m_ink;
    mutable Measured m_measured;
    mutable QHash<int, int> m_heights;
};

/// 22 px high, radius 4: evidence and strength.
class Badge : public QLabel {
    Q_OBJECT
public:
    enum class Tone { Grey, Info, Ok, Warn, Error };
    explicit Badge(const QString& text = {}, Tone tone = Tone::Grey, QWidget* parent = nullptr);
    void setTone(Tone tone);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
};

/// 26 px pill with an optional icon; clickable.
class Chip : public QPushButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);
};

/// Joined buttons of which one is chosen: Won | Tried | Market.
class SegmentedSwitch : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedSwitch(const QStringList& texts, QWidget* parent = nullptr);
    int current() const;
    void setCurrent(int index);
    void setText(int index, const QString& text);
    /// Whether one of the choices is offered.
    void setOffered(int index, bool offered);

Q_SIGNALS:
    void currentChanged(int index);

private:
    void place();
    QButtonGroup* m_group;
};

}  // namespace icp::ui
