"""Training of the bundled Japanese–English embedding model.

1. ``data``        reads question–reply pairs, parallel text and whole minutes, leaving out everything held out
2. ``synthetic``   makes further pairs: English by ``glossary``, sentence against its surroundings, eras, place names
3. ``vocabulary``  learns the unigram tokenizer
4. ``batches``     encodes the pairs once and draws batches of one kind each
5. ``loop``        contrastive training of one vector a token, by ``loss``
6. ``general``     general word vectors beside the main axes of the trained ones
7. ``export``      int8 rows with a scale each, in the layout that model2vec and sentence-transformers load

``recipe`` says how much of each; ``frequencies`` makes the table by which the search weighs general words.

``python -m retriever.train --data FOLDER --out FOLDER`` runs all of it.
"""
