#pragma once

#include "core/workshop/icp.h"

#include <QWidget>

#include <array>

class QSpinBox;

namespace icp::ui {

class Text;

/// Hands up: how narrow the profile feels to the room, counted per answer.
class ComfortBox : public QWidget {
    Q_OBJECT
public:
    explicit ComfortBox(QWidget* parent = nullptr);
    void show(const Icp& icp);
    void startCounting();  ///< the focus goes to the first answer

Q_SIGNALS:
    void voted(int tooBroad, int comfortable, int tooNarrow);

private:
    std::array<QSpinBox*, 3> m_counts{};
    Text* m_says;
};

}  // namespace icp::ui
