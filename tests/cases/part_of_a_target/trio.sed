s/targets = \[ "vesper_network" \]/targets = [ "vesper_network", "willow_works" ]/
s/^  vesper_network = .*/&\n  willow_works = { fiscal_year_end = "12-31"; filings = { y = { file = "willow.txt"; }; }; };/
s/kind = "\(consideration\|elimination\|fair_values\|deferred_tax\|goodwill\|amortization\)";/& company = "vesper_network";/
s/^entries = {/&\n  willow_paid = { kind = "consideration"; company = "willow_works"; cash = "50,000 thousand"; };\n  willow_gone = { kind = "elimination"; company = "willow_works"; };\n  willow_goodwill = { kind = "goodwill"; company = "willow_works"; };/
s/shares = { rule = "outstanding_at_closing";/shares = { issued = "0";/
