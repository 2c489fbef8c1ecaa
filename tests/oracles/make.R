# Makes expected.json anew: R's numbers on the real exports beside the project (../shared/data), which the
# test core/oracles compares with the program's own. For developers; the suite reads the committed file only.
#
#   Rscript tests/oracles/make.R ../shared/data > tests/oracles/expected.json
#
# Needs R with the packages survival and cmprsk (Debian: r-base-core r-cran-survival r-cran-cmprsk). Every file
# is read here by R itself, so that the import is compared as well.
suppressMessages({
  library(survival)
  library(cmprsk)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(...) read.csv(file.path(folder, ...), stringsAsFactors = FALSE, na.strings = "")

fields <- list()
put <- function(name, value) {
  stopifnot(is.finite(value))
  fields[[name]] <<- value
}
wilson <- function(name, x, n) {
  range <- suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
  put(paste0(name, ".positives"), x)
  put(paste0(name, ".n"), n)
  put(paste0(name, ".low"), range[1])
  put(paste0(name, ".high"), range[2])
}

# Deals of a CRM: win rates, chi-square over products, time to close with two ends, middle of amounts.
deals <- read("maven-crm", "sales_pipeline.csv")
closed <- deals[deals$deal_stage %in% c("Won", "Lost"), ]
won <- closed$deal_stage == "Won"
wilson("maven.won", sum(won), nrow(closed))
for (product in c("GTX Basic", "MG Advanced", "GTK 500"))
  wilson(paste0("maven.", product), sum(won[closed$product == product]), sum(closed$product == product))
test <- suppressWarnings(chisq.test(table(closed$product, won), correct = FALSE))
put("maven.product.chi2", unname(test$statistic))
put("maven.product.df", unname(test$parameter))
put("maven.product.p", test$p.value)
days <- as.numeric(as.Date(closed$close_date) - as.Date(closed$engage_date))
end <- ifelse(won, 1, 2)
basic <- closed$product == "GTX Basic"
put("maven.days.median", median(days[won]))
put("maven.days.lower", unname(quantile(days[won], 0.25)))
put("maven.days.upper", unname(quantile(days[won], 0.75)))
incidence <- cuminc(days, end)
at <- timepoints(incidence, c(30, 60, 90))$est
put("maven.closed.won30", at["1 1", "30"])
put("maven.closed.won90", at["1 1", "90"])
put("maven.closed.lost60", at["1 2", "60"])
# Deals of an account are alike: the variance of the log-rank score over accounts, where it is larger; of the
# share won by a day the influence of each account, squared.
rank <- survdiff(Surv(days, won) ~ basic)
null <- coxph(Surv(days, won) ~ basic, init = 0, control = coxph.control(iter.max = 0), method = "breslow")
parts <- tapply(residuals(null, "score"), closed$account, sum)
put("maven.basic.logrank", min(rank$chisq, sum(parts)^2 / sum(parts^2)))
curves <- survfit(Surv(days, factor(end, 0:2)) ~ 1, id = seq_along(days), influence = 1)
influence <- curves$influence.pstate[, sum(curves$time <= 30) + 1, 2]
plain <- summary(survfit(Surv(days, factor(end, 0:2)) ~ 1), times = 30)$std.err[2]
put("maven.closed.won30.error", max(plain, sqrt(sum(tapply(influence, closed$account, sum)^2))))

# Customers of a telecom: who stays, by contract; the size of an association; months as a customer.
telco <- read("telco-churn", "WA_Fn-UseC_-Telco-Customer-Churn.csv")
stayed <- telco$Churn == "No"
wilson("telco.stayed", sum(stayed), nrow(telco))
test <- chisq.test(table(telco$Contract, stayed), correct = FALSE)
put("telco.contract.chi2", unname(test$statistic))
n <- nrow(telco)
phi2 <- max(0, unname(test$statistic) / n - 2 / (n - 1))
put("telco.contract.v", sqrt(phi2 / min(1 - 1 / (n - 1), 3 - 4 / (n - 1) - 1)))
monthly <- telco$Contract == "Month-to-month"
curve <- survfit(Surv(telco$tenure[monthly], !stayed[monthly]) ~ 1)
put("telco.monthly.at12", summary(curve, times = 12)$surv)
put("telco.monthly.median", unname(summary(curve)$table["median"]))
cox <- coxph(Surv(tenure, !stayed) ~ monthly, data = telco, ties = "efron")
put("telco.monthly.hazard", exp(coef(cox)[[1]]))
put("telco.monthly.hazard.low", exp(confint(cox))[1])
put("telco.monthly.hazard.high", exp(confint(cox))[2])
put("telco.monthly.logrank", survdiff(Surv(tenure, !stayed) ~ monthly, data = telco)$chisq)
u <- wilcox.test(MonthlyCharges ~ stayed, data = telco, exact = FALSE)
put("telco.charges.p", u$p.value)
ks <- suppressWarnings(ks.test(telco$MonthlyCharges[stayed], telco$MonthlyCharges[!stayed], exact = FALSE))
put("telco.charges.ks", unname(ks$statistic))
fit <- glm(I(!stayed) ~ I(Contract == "Month-to-month") + I(SeniorCitizen == 1), family = binomial, data = telco)
put("telco.logit.intercept", unname(coef(fit)[1]))
put("telco.logit.monthly", unname(coef(fit)[2]))
put("telco.logit.senior", unname(coef(fit)[3]))
put("telco.logit.monthly.se", unname(sqrt(diag(vcov(fit)))[2]))
strata <- table(monthly, !stayed, telco$InternetService)
mh <- mantelhaen.test(strata[c(2, 1), c(2, 1), ], correct = FALSE)
put("telco.monthly.mh", unname(mh$estimate))
put("telco.monthly.mh.low", mh$conf.int[1])
put("telco.monthly.mh.high", mh$conf.int[2])

# The same tables as the import makes them of three more exports: win rates, chi-square, how strong, who stays.
tested <- function(name, level, good) {
  test <- suppressWarnings(chisq.test(table(level, good), correct = FALSE))
  put(paste0(name, ".chi2"), unname(test$statistic))
  put(paste0(name, ".df"), unname(test$parameter))
  if (test$p.value > 0) put(paste0(name, ".p"), test$p.value)
}
deals <- read("dynamics365", "Opportunity.csv")
closed <- deals[deals$Status %in% c("Won", "Lost"), ]
won <- closed$Status == "Won"
wilson("dynamics.won", sum(won), nrow(closed))
for (process in c("Individual", "Committee", "Unknown"))
  wilson(paste0("dynamics.", process), sum(won[closed$Purchase.Process == process]), sum(closed$Purchase.Process == process))
tested("dynamics.process", closed$Purchase.Process, won)
tested("dynamics.need", closed$Customer.Need, won)
strata <- table(closed$Purchase.Process == "Individual", won, closed$Purchase.Timeframe)[c(2, 1), c(2, 1), ]
strata <- strata[, , apply(strata, 3, function(s) all(rowSums(s) > 0))]
mh <- mantelhaen.test(strata, correct = FALSE)
put("dynamics.individual.mh", unname(mh$estimate))
put("dynamics.individual.mh.low", mh$conf.int[1])
put("dynamics.individual.mh.high", mh$conf.int[2])

deals <- read("zoho-crm", "Potentials.csv")
closed <- deals[deals$Stage %in% c("Closed Won", "Closed Lost"), ]
won <- closed$Stage == "Closed Won"
wilson("zoho.won", sum(won), nrow(closed))
for (type in c("Existing Business", "New Business"))
  wilson(paste0("zoho.", type), sum(won[closed$Type == type]), sum(closed$Type == type))
tested("zoho.type", closed$Type, won)
told <- !(closed$Lead.Source %in% c("", "-None-")) & !is.na(closed$Lead.Source)
tested("zoho.source", closed$Lead.Source[told], won[told])

raven <- read("ravenstack", "ravenstack_accounts.csv")
stayed <- toupper(raven$churn_flag) == "FALSE"
wilson("ravenstack.stayed", sum(stayed), nrow(raven))
for (industry in c("Cybersecurity", "FinTech", "DevTools"))
  wilson(paste0("ravenstack.", industry), sum(stayed[raven$industry == industry]), sum(raven$industry == industry))
tested("ravenstack.industry", raven$industry, stayed)
tested("ravenstack.plan", raven$plan_tier, stayed)
ks <- suppressWarnings(ks.test(raven$seats[stayed], raven$seats[!stayed], exact = FALSE))
put("ravenstack.seats.ks", unname(ks$statistic))

# Infertility after abortions (Trichopoulos et al. 1976), which R brings along: a logistic regression. Its
# cells are written too, since no export holds them.
fit <- glm(case ~ spontaneous + induced, family = binomial, data = infert)
for (i in 1:3) {
  put(paste0("infert.coefficient", i - 1), unname(coef(fit)[i]))
  put(paste0("infert.error", i - 1), unname(sqrt(diag(vcov(fit)))[i]))
}
for (spontaneous in 0:2) for (induced in 0:2) {
  cell <- infert[infert$spontaneous == spontaneous & infert$induced == induced, ]
  put(paste0("infert.n", spontaneous, induced), nrow(cell))
  put(paste0("infert.x", spontaneous, induced), sum(cell$case))
}

lines <- paste0("  \"", names(fields), "\": ", vapply(fields, function(v) trimws(formatC(v, digits = 15, format = "g")), ""))
cat("{\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
