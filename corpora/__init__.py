"""Our own labelled texts: guidelines, annotations, cards, compiler, validator and reader."""
