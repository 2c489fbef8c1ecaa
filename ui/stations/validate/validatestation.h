#pragma once

#include "ui/stations/findingsstation.h"

class QStackedWidget;

namespace icp::ui {

class ClaimsPage;
class DriftPage;
class SegmentedSwitch;

/// Whether what is said of customers holds, and whether it still does: claims, and what changed since earlier
/// data.
class ValidateStation : public FindingsStation {
    Q_OBJECT
public:
    enum View { Claims, Drift };
    explicit ValidateStation(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    /// A claim's id; "drift"; or a claim as its JSON, which is proposed in the form.
    void reveal(const QString& what) override;
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;
    void show(View view);
    void waitForIdle();  ///< what runs beside runs to its end; for tests

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showFindings(Stage stage) override;
    void showDataset() override;

private:
    void refresh();
    void tellRemoved(const QString& statement);

    SegmentedSwitch* m_view;
    QStackedWidget* m_views;
    ClaimsPage* m_claims;
    DriftPage* m_drift;
};

}  // namespace icp::ui
