#pragma once

#include "core/analysis/findings.h"
#include "core/workshop/gauge.h"
#include "core/workshop/ranking.h"
#include "ui/widgets/card.h"

#include <optional>

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace icp::ui {

class ComfortBox;
class FitBar;
class GaugeBar;
class MarketForm;
class NarrownessMeter;
class RateRow;
class Text;

/// What the ICP means for the customers at hand; follows every change in the same frame.
class EffectCard : public Card {
    Q_OBJECT
public:
    explicit EffectCard(QWidget* parent = nullptr);

    void show(const Icp& icp, const Gauge& gauge, const QString& currency, bool hasData);
    /// Over all deals, and over those sealed: `sealed` is told once the seal is `Open`.
    enum class Seal { None, Shut, Open };
    void showRanking(const Ranking& ranking, const Ranking& sealed, Seal seal);
    void startVote();

Q_SIGNALS:
    void voted(int tooBroad, int comfortable, int tooNarrow);
    void marketEdited(const icp::Market& market, std::optional<qint64> inside);

private:
    void showShares(const Gauge& gauge, const QString& currency);
    void showRates(const Gauge& gauge);
    void showNarrowness(const Gauge& gauge);
    void showCustomers(const Gauge& gauge);
    void editMarket(bool on);

    Icp m_icp;
    QStackedWidget* m_pages;
    GaugeBar* m_market;
    Text* m_marketSource;
    QPushButton* m_enterMarket;
    MarketForm* m_form;
    GaugeBar* m_customers;
    GaugeBar* m_wins;
    GaugeBar* m_revenue;
    GaugeBar* m_pipeline;
    Text* m_rateTitle;
    Text* m_rateCount;
    RateRow* m_inside;
    RateRow* m_outside;
    Text* m_difference;
    Text* m_ranking;
    Text* m_zone;
    NarrownessMeter* m_meter;
    Text* m_zoneWords;
    ComfortBox* m_comfort;
    QScrollArea* m_area = nullptr;
    FitBar* m_fit;
    Text* m_left;
};

}  // namespace icp::ui
