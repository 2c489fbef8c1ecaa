#pragma once

#include "ui/document/background.h"
#include "ui/models/grouptimes.h"

#include <QPointer>
#include <QStackedWidget>

namespace icp::ui {

class Document;
class LeftCard;
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
    void waitForIdle() {  ///< for tests
        m_working.wait();
        m_leaving.wait();
    }

Q_SIGNALS:
    void copied(const QString& what);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void ask();
    void askWhoLeft();
    void take(const GroupTimes& times);

    PairChart* m_stagesChart;
    StepChart* m_closingChart;
    PairChart* m_reasonChart;
    StepChart* m_stayingChart;
    TimeCard* m_stages;
    TimeCard* m_closing;
    TimeCard* m_reasons;
    TimeCard* m_staying;
    LeftCard* m_left;
    QWidget* m_stay;
    QPointer<const Document> m_document;
    std::shared_ptr<const Dataset> m_dataset;
    Study m_study;
    std::vector<Condition> m_conditions;
    QString m_name;
    bool m_stale = false;
    Background m_working;
    Background m_leaving;
};

}  // namespace icp::ui
