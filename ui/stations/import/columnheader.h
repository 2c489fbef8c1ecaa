#pragma once

#include "core/table/dataset.h"

#include <QHash>
#include <QHeaderView>

class QComboBox;

namespace icp::ui {

class PreviewModel;

/// Head of the import preview: header, type, and a choice of what the column means. Choices exist only for
/// the columns in view, so that five thousand columns cost no more than ten.
class ColumnHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget* parent = nullptr);
    void setEditable(bool editable, const QString& why = {});
    void place();  ///< choices to where their columns are
    QComboBox* choice(int section) const { return m_choices.value(section); }

    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void mappingChosen(const QString& header, const QString& attribute);  ///< "ignore" = left out
    void typeChosen(const QString& header, icp::ColumnType type);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QComboBox* makeChoice(int section);

    PreviewModel* m_preview = nullptr;
    QHash<int, QComboBox*> m_choices;
    bool m_editable = true;
    QString m_why;
};

}  // namespace icp::ui
