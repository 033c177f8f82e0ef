"""Files and URLs to minutes: readers (bytes to text with positions), layouts (text to utterances), exchanges."""
