#pragma once

#include <QToolButton>

namespace icp::ui {

/// Must, Should, Nice or Exclude: a coloured button that opens a menu of the four.
class LevelPicker : public QToolButton {
    Q_OBJECT
public:
    enum class Level { Must, Should, Nice, Exclude };
    explicit LevelPicker(QWidget* parent = nullptr);

    Level level() const { return m_level; }
    void setLevel(Level level);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(icp::ui::LevelPicker::Level level);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    static QString word(Level level);

    Level m_level = Level::Should;
};

}  // namespace icp::ui
