# From the text of a sample, what differs with each database: sums of its ids, when it was loaded, and the gaps that pdftotext leaves around them.
s/[0-9a-f]{64}/(64 digits)/g
s/[0-9a-f]{8}( +[0-9a-f]{8}){3}/(8 digits)  (8 digits)  (8 digits)  (8 digits)/g
s/ {2,}/  /g
s/(State of the register: )[0-9]+ [A-Z][a-z]{2} [0-9]{4}, [0-9:]{5}/\1(day and hour)/
