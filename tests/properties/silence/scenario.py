"""The scenario file of a pair."""
from amounts import plain


class Scenario:
    def __init__(self, acquirer, target, periods, reporting="usd_thousands"):
        self.acquirer, self.target, self.periods, self.reporting = acquirer, target, periods, reporting
        self.filings = {acquirer.id: [], target.id: []}
        self.company_keys = {acquirer.id: "", target.id: ""}
        self.inputs, self.entries, self.shares, self.deal = {}, [], 'rule = "weighted_average";', ""

    def filing(self, company, file, filed, keys=""):
        self.filings[company.id].append((file, filed, keys))

    def input(self, name, value, unit):
        """name: of the group deal, unless it names its group. unit: ratio, percent, years, usd_per_share, usd_thousands and so on."""
        name = name if "." in name else "deal." + name
        self.inputs[name] = (value, unit)
        return name

    def text(self):
        lines = ['title = "A made-up pair";', f'reporting_unit = "{self.reporting}";',
                 "periods = [ " + ", ".join(f'"{period}"' for period in self.periods) + " ];",
                 f'acquirer = "{self.acquirer.id}"; targets = [ "{self.target.id}" ];']
        if self.deal:
            lines.append("deal = { " + self.deal + " };")
        lines.append("companies = {")
        for company in (self.acquirer, self.target):
            day = ("03-31", "06-30", "09-30", "12-31")[company.year_end]
            lines.append(f'  {company.id} = {{ fiscal_year_end = "{day}"; {self.company_keys[company.id]}filings = {{')
            for number, (file, filed, keys) in enumerate(self.filings[company.id]):
                lines.append(f'    f{number} = {{ file = "{file}"; filed = "{filed}"; {keys}}};')
            lines.append("  }; };")
        lines.append("};")
        if self.inputs:
            lines.append("inputs = {")
            for group in sorted({name.split(".")[0] for name in self.inputs}):
                lines.append(f"  {group} = {{")
                for name, (value, unit) in self.inputs.items():
                    if name.startswith(group + "."):
                        lines.append(f'    {name.split(".")[1]} = {{ value = "{plain(value)}"; unit = "{unit}"; source = "made up"; }};')
                lines.append("  };")
            lines.append("};")
        if self.entries:
            lines += ["entries = {"] + ["  " + entry for entry in self.entries] + ["};"]
        if self.shares:
            lines.append("shares = { " + self.shares + " };")
        return "\n".join(lines) + "\n"
