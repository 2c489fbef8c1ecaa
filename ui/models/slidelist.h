#pragma once

#include "core/deck/slide.h"

#include <QAbstractListModel>

#include <vector>

namespace icp::ui {

/// The slides of a deck, in order.
class SlideList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { MarkRole = Qt::UserRole };
    using QAbstractListModel::QAbstractListModel;

    void setSlides(std::vector<Slide> slides);
    const std::vector<Slide>& slides() const { return m_slides; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Slide> m_slides;
};

}  // namespace icp::ui
