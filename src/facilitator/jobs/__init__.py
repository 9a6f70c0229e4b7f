"""What a person asks for as a whole: a workshop and options in, a result out."""
