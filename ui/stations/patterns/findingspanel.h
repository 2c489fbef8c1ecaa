#pragma once

#include "core/analysis/findings.h"
#include "ui/charts/exposurechart.h"

#include <QScrollArea>

class QVBoxLayout;

namespace icp::ui {

class FindingCard;

/// The cards beside the charts: what the analysis stands behind for the chosen attribute, and what it warns
/// of.
class FindingsPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    void setLens(Lens lens) { m_lens = lens; }  ///< before showAttribute()
    void showAttribute(const AttributeProfile& attribute, const Findings& findings, const Dataset& dataset);
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

    void addMarket(const AttributeProfile& attribute, const Findings& findings);
    void append(QWidget* card);

    /// With a way to see how it was computed.
    void append(FindingCard* card, const QString& method);

    QVBoxLayout* m_column;
    const Dataset* m_dataset = nullptr;  ///< while cards are made
    Lens m_lens = Lens::Won;
};

}  // namespace icp::ui
