#pragma once

#include "core/analysis/findings.h"

#include <QScrollArea>

class QVBoxLayout;

namespace icp::ui {

/// The cards beside the charts: what the analysis stands behind for the chosen attribute, and what it warns
/// of.
class FindingsPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    void showAttribute(const AttributeProfile& attribute, const Findings& findings);
    void clear();

Q_SIGNALS:
    void addRequested(const std::vector<icp::Level>& levels);
    void excludeLevelsRequested(const std::vector<icp::Level>& levels);
    void excludeRequested(const icp::Exclusion& exclusion);
    void attributeRequested(const QString& name);  ///< another attribute is to be looked at

private:
    void addDriver(const AttributeProfile& attribute, const Findings& findings);
    void addExclusions(const AttributeProfile& attribute, const Findings& findings);
    void addConfounders(const AttributeProfile& attribute, const Findings& findings);
    void addHabit(const AttributeProfile& attribute, const Findings& findings);
    void addWarnings(const AttributeProfile& attribute, const Findings& findings);

    QVBoxLayout* m_column;
};

}  // namespace icp::ui
