#pragma once

#include "core/workshop/icp.h"

#include <QWidget>

#include <optional>

class QDateEdit;
class QLabel;
class QLineEdit;

namespace icp::ui {

/// Size of the market as people know it: companies, how many fit, where the figure is from and when.
class MarketForm : public QWidget {
    Q_OBJECT
public:
    explicit MarketForm(QWidget* parent = nullptr);

    void open(const Icp& icp);

Q_SIGNALS:
    void edited(const icp::Market& market, std::optional<qint64> inside);
    void closed();

private:
    void save();

    QLineEdit* m_companies;
    QLineEdit* m_inside;
    QLineEdit* m_source;
    QDateEdit* m_asOf;
    QLabel* m_wrong;
};

}  // namespace icp::ui
