#pragma once

#include "core/workshop/workshop.h"

#include <QDialog>

class QSpinBox;

namespace icp::ui {

/// What a workshop goes by: when an agreed profile is looked at again, and from where on one is too broad or
/// too narrow.
class RulesDialog : public QDialog {
    Q_OBJECT
public:
    explicit RulesDialog(const Settings& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const icp::Settings& settings);

private:
    void fill(int reviewDays, const NarrownessBands& bands);
    Settings settings() const;

    Settings m_settings;
    QSpinBox* m_review;
    QSpinBox* m_broad;
    QSpinBox* m_narrow;
};

}  // namespace icp::ui
