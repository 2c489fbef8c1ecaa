#pragma once

#include "ui/document/background.h"
#include "ui/models/grouptimes.h"

#include <QStackedWidget>

namespace icp::ui {

class Document;
class PairChart;
class StepChart;
class TimeCard;

/// What becomes of a group over time, one card at a time: stages, time to close, reasons lost, staying.
/// Worked out beside the window; the newest group wins.
class TimesPanel : public QStackedWidget {
    Q_OBJECT
public:
    enum View { Stages, Closing, Reasons, Staying };
    explicit TimesPanel(QWidget* parent = nullptr);

    /// Forgets what is shown; worked out when it is next seen.
    void setGroup(const Document* document, const std::vector<Condition>& conditions, const QString& name);
    void waitForIdle() { m_working.wait(); }  ///< for tests

Q_SIGNALS:
    void copied(const QString& what);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void ask();
    void take(const GroupTimes& times);

    PairChart* m_stagesChart;
    StepChart* m_closingChart;
    PairChart* m_reasonChart;
    StepChart* m_stayingChart;
    TimeCard* m_stages;
    TimeCard* m_closing;
    TimeCard* m_reasons;
    TimeCard* m_staying;
    std::shared_ptr<const Dataset> m_dataset;
    Study m_study;
    std::vector<Condition> m_conditions;
    QString m_name;
    bool m_stale = false;
    Background m_working;
};

}  // namespace icp::ui
