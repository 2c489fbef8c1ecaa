#pragma once

#include "ui/stations/station.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace icp::ui {

class RailButton;

/// The navy column at the left: which workshop this is, its stations in their order, and how far each one is.
/// Folds to icons in a narrow window.
class Rail : public QWidget {
    Q_OBJECT
public:
    enum class Mark { None, Done, Attention };
    explicit Rail(QWidget* parent = nullptr);

    void setWorkshop(const QString& company, const QString& title);
    void setCurrent(Station::Id station);
    void setMark(Station::Id station, Mark mark, const QString& text = {});  ///< `text` instead of a sign
    void setMerged(bool merged);  ///< one station for ICP and personas, or one for each
    void setFolded(bool folded);
    bool folded() const { return m_folded; }
    void rescale();    ///< sizes anew, after the scale has changed
    void takeFocus();  ///< to the current station's button

Q_SIGNALS:
    void chosen(icp::ui::Station::Id station);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addSection(const QString& name);
    void addStation(Station::Id station, const QString& iconName, const QString& name,
                    const QString& shortcut);

    QVBoxLayout* m_column;
    QWidget* m_head;
    std::vector<QWidget*> m_words;  ///< hidden when folded
    std::map<Station::Id, RailButton*> m_buttons;
    QString m_company;
    QString m_title;
    bool m_folded = false;
};

}  // namespace icp::ui
