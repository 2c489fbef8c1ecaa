#pragma once

#include "core/table/dataset.h"

#include <QHash>
#include <QHeaderView>

class QComboBox;
class QToolButton;

namespace icp::ui {

class PreviewModel;

/// Head of the import preview: header, type, a choice of what the column means, and a button for how it is
/// read. Choices exist only for the columns in view, so that five thousand columns cost no more than ten.
class ColumnHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget* parent = nullptr);
    void setEditable(bool editable, const QString& why = {});
    void place();  ///< choices to where their columns are
    QComboBox* choice(int section) const { return m_choices.value(section).meaning; }
    QToolButton* reading(int section) const { return m_choices.value(section).reading; }

    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void mappingChosen(const QString& header, const QString& attribute);  ///< "ignore" = left out
    void useChosen(const QString& header, icp::AttributeUse use);
    void panelWanted(int section, const QPoint& corner);  ///< how it is read; the place is on the screen

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Choice {
        QComboBox* meaning = nullptr;
        QToolButton* reading = nullptr;
    };
    Choice makeChoice(int section);
    QComboBox* makeMeaning(int section);

    PreviewModel* m_preview = nullptr;
    QHash<int, Choice> m_choices;
    bool m_editable = true;
    QString m_why;
};

}  // namespace icp::ui
