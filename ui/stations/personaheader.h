#pragma once

#include <QHeaderView>

namespace icp::ui {

/// Head of the matrix: role with icon, job title, and how often the role is known in won accounts.
class PersonaHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit PersonaHeader(QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    QString titleOf(int section) const;
    int nameHeightOf(int section) const;
    int titleHeightOf(int section) const;
};

/// Icon of a buying role.
QString roleIcon(int role);

}  // namespace icp::ui
