#pragma once

#include <QSplitter>

#include <vector>

namespace icp::ui {

/// The columns of a page: side columns keep their width, one column takes what is left. A width that was
/// dragged is remembered on this computer, for every page of this name, at any scale.
class Columns : public QSplitter {
    Q_OBJECT
public:
    explicit Columns(const QString& name, QWidget* parent = nullptr);

    /// One width per column, in pixels at 100 %; 0 takes what is left. Those that were dragged stay as they
    /// are.
    void setWidths(const std::vector<int>& usual);
    int widthOf(int column) const;  ///< wanted, in pixels at 100 %

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void apply();
    void remember();

    QString m_name;
    std::vector<int> m_usual;
    std::vector<int> m_dragged;  ///< 0 = never
};

}  // namespace icp::ui
